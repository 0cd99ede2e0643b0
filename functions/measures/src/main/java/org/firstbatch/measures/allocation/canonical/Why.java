package org.firstbatch.measures.allocation.canonical;

import java.util.List;
import org.firstbatch.measures.allocation.canonical.LineComparison.Difference;
import org.jspecify.annotations.Nullable;

/** Says in which field two lines of a plan part, and by which rule the expected one holds. */
final class Why {

  /**
   * A column of a line.
   *
   * @param chinese its Chinese name
   * @param english the name that the format's page gives it
   * @param rule what decides it
   */
  private record Column(String chinese, String english, String rule) {}

  private static final String QUEUE = "第十三条：按投保时间排队 in order of insuring time";
  private static final String AS_INPUT = "照输入文件 as in the input";

  private static final List<Column> HEAD =
      List.of(
          new Column("格式", "format", AS_INPUT),
          new Column("摘要算法", "digest", AS_INPUT),
          new Column("输入文件哈希", "input", "计划须由此输入算出 the plan must be of this input"),
          new Column("方案", "scheme", AS_INPUT),
          new Column("预算年度", "fiscal year", AS_INPUT),
          new Column("年内序号", "place", AS_INPUT));

  private static final List<Column> LINE =
      List.of(
          new Column("行类", "kind", QUEUE),
          new Column("统一社会信用代码", "credit code", QUEUE),
          new Column("企业名称", "name", AS_INPUT),
          new Column("保险机构", "insurer", QUEUE),
          new Column("保单号", "policy number", QUEUE),
          new Column("投保时间", "insuring time", QUEUE),
          new Column("首次收到时间", "received", QUEUE),
          new Column("未安排补贴", "outstanding", AS_INPUT),
          new Column("企业限额余额", "cap left", "第七条：限额减本年已安排与已预留 cap less awarded and set aside"),
          new Column("预算余额", "budget left", "第十三条：预算减已安排与已预留 budget less awarded and set aside"),
          new Column(
              "安排金额", "award", "第七、十三条：三数之最小；未齐备者为零 the smallest of the three; 0 if not ready"),
          new Column("结果", "outcome", "第十三条：依次第一个符合者 the first that fits"),
          new Column("预留原因", "reasons", AS_INPUT));

  private static final List<Column> END =
      List.of(
          new Column("行类", "kind", QUEUE),
          new Column("行数", "lines", "各行之数 the number of lines"),
          new Column("安排合计", "awarded", "各行之和 the sum of the lines"),
          new Column("预留合计", "set aside", "各行之和 the sum of the lines"));

  private static final Column WHOLE_LINE = new Column("整行", "line", "多余或缺少 missing or surplus");

  private Why() {}

  static String chinese(Difference difference) {
    Column column = column(difference);
    return "不一致：计划文件第 %d 行，字段“%s”（%s）".formatted(difference.line(), column.chinese, column.rule);
  }

  static String english(Difference difference) {
    Column column = column(difference);
    return "differs: plan line %d, field %s, expected %s, found %s"
        .formatted(
            difference.line(),
            column.english,
            field(difference.expected(), difference),
            field(difference.found(), difference));
  }

  static String shown(@Nullable String line) {
    return line == null ? "（文件结束 end of file）" : line;
  }

  private static Column column(Difference difference) {
    if (difference.expected() == null || difference.found() == null) {
      return WHOLE_LINE;
    }
    List<Column> columns = columns(difference.expected());
    int at = at(difference);
    return at < columns.size() ? columns.get(at) : WHOLE_LINE;
  }

  private static List<Column> columns(String expected) {
    return switch (fields(expected)[0]) {
      case Format.LINE -> LINE;
      case Format.END -> END;
      default -> HEAD;
    };
  }

  private static String field(@Nullable String line, Difference difference) {
    if (line == null) {
      return "the end of the file";
    }
    String[] fields = fields(line);
    int at = at(difference);
    return at < fields.length ? '"' + fields[at] + '"' : "nothing";
  }

  private static int at(Difference difference) {
    if (difference.expected() == null || difference.found() == null) {
      return 0;
    }
    String[] expected = fields(difference.expected());
    String[] found = fields(difference.found());
    int at = 0;
    while (at < expected.length && at < found.length && expected[at].equals(found[at])) {
      at++;
    }
    return at;
  }

  private static String[] fields(String line) {
    return line.split(String.valueOf(Format.SEPARATOR), -1);
  }
}
