package org.firstbatch.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.ApplicationRows.Row;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;

/**
 * Somebody hands all that they have in hand to a colleague: at most {@value #MOST} in one call,
 * which is one transaction; the answer says how many are left.
 */
final class HandOverAll {

  /** A transaction has 100 writes, a case up to eight. */
  private static final int MOST = 12;

  private final Records records;
  private final Cases cases;
  private final Handlers handlers;

  HandOverAll(Records records, Cases cases, Handlers handlers) {
    this.records = records;
    this.cases = cases;
    this.handlers = handlers;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return call.body()
        .then(TakeOver::to)
        .then(to -> handlers.colleague(call, to))
        .map(to -> hand(call, unit, to));
  }

  private Reply hand(Call call, Unit unit, String to) {
    List<String> moved = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    int left = 0;
    for (Case found : inHand(call, unit)) {
      if (isTooClose(call, to, found.application())) {
        kept.add(found.id());
      } else if (moved.size() == MOST) {
        left++;
      } else {
        handlers.handTo(found, to, "application.handed-over");
        moved.add(found.id());
      }
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("to", to);
    body.put("moved", moved);
    body.put("left", left);
    body.put("related", kept);
    return Reply.ok(body);
  }

  /** Nobody acts on a case to a party of which they stand close, nor is given it. */
  private boolean isTooClose(Call call, String to, Application application) {
    return handlers.standsClose(call, to, application)
        || handlers.standsClose(call, call.actor().person(), application);
  }

  private List<Case> inHand(Call call, Unit unit) {
    List<Case> mine = new ArrayList<>();
    records.forEach(
        RecordQuery.all(
            Table.APPLICATIONS, ApplicationRows.turnPartition(call.scheme(), call.organisation())),
        record -> {
          Row row = ApplicationRows.ROW.read(record).value();
          if (call.actor().person().equals(row.turn().handler())) {
            open(call, unit, row).ifPresent(mine::add);
          }
        });
    return mine;
  }

  private Optional<Case> open(Call call, Unit unit, Row row) {
    return Applications.find(records, call.scheme(), row.application())
        .map(stored -> new Case(call, unit, stored, cases.stateOf(call, stored.value())))
        .filter(found -> found.state() != State.LAPSED && found.application().list() == null);
  }
}
