package org.firstbatch.measures.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What would have had to be different, at the claim's place in the queue, for it to be funded in
 * full; nothing at all for a claim that is.
 *
 * @param moreCap fen by which the cap left falls short of the claim
 * @param moreBudget fen by which the budget left falls short of it; earlier claims that were cut by
 *     the budget take their share of a supplement first
 * @param stoppedEarlier an earlier claim stopped the queue (question 4)
 * @param cleared the reasons that would have to be cleared
 */
public record SmallestChange(
    long moreCap, long moreBudget, boolean stoppedEarlier, Reasons cleared) {

  public boolean isNothing() {
    return moreCap == 0 && moreBudget == 0 && !stoppedEarlier && cleared.isEmpty();
  }

  public String chinese() {
    List<String> parts = new ArrayList<>();
    if (!cleared.isEmpty()) {
      parts.add(
          "须先消除：" + cleared.list().stream().map(Reason::chinese).collect(Collectors.joining("、")));
    }
    if (moreCap > 0) {
      parts.add("企业限额尚缺 " + yuan(moreCap) + " 元（第七条）");
    }
    if (moreBudget > 0) {
      parts.add("轮到时预算尚缺 " + yuan(moreBudget) + " 元（第十三条）");
    }
    if (stoppedEarlier) {
      parts.add("在前的申请预算不足，其后停止安排（第十三条）");
    }
    return parts.isEmpty() ? "已全额安排" : String.join("；", parts);
  }

  public String english() {
    List<String> parts = new ArrayList<>();
    if (!cleared.isEmpty()) {
      parts.add("clear " + cleared.list());
    }
    if (moreCap > 0) {
      parts.add("%s yuan more cap (art. 7)".formatted(yuan(moreCap)));
    }
    if (moreBudget > 0) {
      parts.add("%s yuan more budget at its turn (art. 13)".formatted(yuan(moreBudget)));
    }
    if (stoppedEarlier) {
      parts.add("an earlier claim stopped the queue (art. 13)");
    }
    return parts.isEmpty() ? "funded in full" : String.join("; ", parts);
  }

  private static String yuan(long fen) {
    return "%,d.%02d".formatted(fen / 100, fen % 100);
  }
}
