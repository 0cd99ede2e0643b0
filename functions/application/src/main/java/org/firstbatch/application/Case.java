package org.firstbatch.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ApplicationChange;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * An application in the hands of a person who acts on it.
 *
 * @param stored as it was read
 * @param state where it is at the instant of the act
 */
record Case(Call call, Unit unit, Stored<Application> stored, State state) {

  /** The Commission as an organisation. */
  static final String COMMISSION = "commission";

  Application application() {
    return stored.value();
  }

  String id() {
    return application().id();
  }

  Instant at() {
    return call.at();
  }

  LocalDate day() {
    return Shanghai.dayOf(call.at());
  }

  String person() {
    return call.actor().person();
  }

  /** What the submissions fixed; there was one. */
  Filed filed() {
    return Objects.requireNonNull(application().filed(), id());
  }

  /** What the applicant may change; it was returned, or a supplement was asked for. */
  Open open() {
    return Objects.requireNonNull(application().open(), id());
  }

  /** The organisation that assesses; it was assigned. */
  String evaluator() {
    return Objects.requireNonNull(application().evaluator(), id());
  }

  ApplicationChange change() {
    return ApplicationChange.of(application());
  }

  /** The receipt of the act. */
  Receipt receipt(String act, Object content, Text next, @Nullable LocalDate by) {
    return call.receipt(act, id(), content, next, by);
  }

  /** Nobody's turn any more. */
  Turn over() {
    return Turn.of("", at());
  }

  /** Whom its history concerns. */
  List<String> concerned() {
    return concerned(application());
  }

  /** Whom the history of an application concerns. */
  static List<String> concerned(Application application) {
    List<String> all = new ArrayList<>(List.of(application.enterprise()));
    Filed filed = application.filed();
    if (filed != null) {
      all.add(filed.district());
    }
    String evaluator = application.evaluator();
    if (evaluator != null) {
      all.add(evaluator);
    }
    return all;
  }
}
