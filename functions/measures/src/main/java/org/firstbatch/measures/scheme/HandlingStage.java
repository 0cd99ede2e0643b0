package org.firstbatch.measures.scheme;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.firstbatch.measures.explain.Text;

/** A stage of an application that is due within a number of working days (第九条, 第十条). */
public enum HandlingStage {
  /** The district checks and confirms. */
  CONFIRM("主管部门核实确认", "The district confirms"),
  /** The commission assigns an evaluator. */
  ASSIGN("委托评定机构", "The commission assigns"),
  /** The evaluator assesses. */
  ASSESS("第三方评定", "The evaluator assesses"),
  /** The commission publishes or refuses. */
  PUBLISH("公布", "The commission publishes"),
  /** The applicant mends what was returned. */
  RETURN("申请人补正", "The applicant mends a return"),
  /** The applicant supplies what the evaluator asks for. */
  SUPPLEMENT("申请人补充材料", "The applicant supplements");

  private final Text label;

  HandlingStage(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  /** Its word in a notice: {@code confirm}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What officials call it. */
  public Text label() {
    return label;
  }

  /** Every stage's word, for errors. */
  static String keys() {
    return Arrays.stream(values()).map(HandlingStage::key).collect(Collectors.joining(", "));
  }

  /**
   * Reads a stage's word.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static HandlingStage ofKey(String key) {
    return Arrays.stream(values())
        .filter(stage -> stage.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("没有这一环节 / no such stage: " + key));
  }
}
