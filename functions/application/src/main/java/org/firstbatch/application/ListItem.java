package org.firstbatch.application;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firstbatch.casework.file.ApplicationRows.Row;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Csv;
import org.firstbatch.measures.calendar.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * An application in a list.
 *
 * @param row as it is kept
 * @param state where it is now
 * @param sort the sort key of its row
 */
record ListItem(Row row, State state, String sort) {

  /** As it is answered. */
  Map<String, Object> view(Call call) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("application", row.application());
    view.put("enterprise", row.enterprise());
    view.put("enterpriseName", row.enterpriseName());
    view.put("product", row.product());
    view.put("state", state);
    view.put("district", row.district());
    view.put("submittedAt", row.submittedAt());
    view.put("evaluator", row.evaluator());
    view.put("turn", Answers.turn(call, row.turn(), state));
    view.values().removeIf(Objects::isNull);
    return view;
  }

  /** A list for spreadsheets. */
  static Csv csv(Call call, List<ListItem> items) {
    Csv csv =
        new Csv(
            List.of(
                "申请编号",
                "企业名称",
                "统一社会信用代码",
                "产品名称",
                "状态",
                "区市县",
                "提交时间",
                "评估机构",
                "办理单位",
                "经办人",
                "轮到时间",
                "期限",
                "逾期"));
    items.forEach(item -> csv.row(item.cells(call)));
    return csv;
  }

  private List<@Nullable Object> cells(Call call) {
    Map<String, Object> turn = Answers.turn(call, row.turn(), state);
    return Arrays.asList(
        row.application(),
        row.enterpriseName(),
        row.enterprise(),
        row.product(),
        state,
        row.district(),
        row.submittedAt() == null ? null : Shanghai.format(row.submittedAt()),
        row.evaluator(),
        turn.get("organisation"),
        turn.get("handler"),
        Shanghai.format(row.turn().since()),
        due(turn),
        Boolean.TRUE.equals(turn.get("overdue")) ? "是" : "否");
  }

  private static @Nullable Object due(Map<String, Object> turn) {
    return turn.containsKey("undetermined")
        ? turn.get("workingDays") + " 个工作日，放假安排公布后确定"
        : turn.get("due");
  }
}
