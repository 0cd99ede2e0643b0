package org.firstbatch.measures.filing;

import static org.firstbatch.measures.filing.FilingFact.BODY;
import static org.firstbatch.measures.filing.FilingFact.HELD_BY;

import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;

/**
 * 第十三条: a body holds a claim with a ground until it releases it itself.
 *
 * @param body who holds it
 * @param ground why
 * @param released whether that body has released it
 */
public record Hold(Body body, Text ground, boolean released) {

  /** Only the body that holds a claim releases it. */
  public Finding mayBeReleasedBy(Body other) {
    Grounds grounds = Grounds.of("13.release", "第十三条").fact(HELD_BY, body).fact(BODY, other);
    return other == body
        ? grounds.met(Text.of("由暂缓机构解除", "Released by the body that holds it"))
        : grounds.notMet(
            Text.of(
                "只能由%s解除".formatted(body.label().zh()),
                "Only %s releases it".formatted(body.label().en())),
            Change.of(
                Text.of(
                    "由%s解除".formatted(body.label().zh()), "Ask %s".formatted(body.label().en())),
                Step.of(BODY, other, body)));
  }
}
