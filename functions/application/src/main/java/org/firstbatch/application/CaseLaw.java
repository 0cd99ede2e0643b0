package org.firstbatch.application;

import java.time.Instant;
import java.time.LocalDate;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.YearlyNotice;

/**
 * Finds the law of a case: edition, notice and calendar. A case keeps the notice it was filed on.
 */
final class CaseLaw {

  private final Records records;
  private final Schemes schemes;

  CaseLaw(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  /** The law of an application that is submitted at an instant. */
  Law at(String scheme, Instant at) {
    LocalDate day = Shanghai.dayOf(at);
    int year = day.getYear();
    YearlyNotice notice =
        YearlyNotice.forApplication(
            day,
            Programme.notice(records, scheme, year),
            Programme.notice(records, scheme, year + 1));
    return new Law(edition(scheme, at), notice, Programme.restDays(records, scheme));
  }

  /** The law of a case, at the instant of an act on it. */
  Law of(Case found) {
    Filed filed = found.application().filed();
    return filed == null ? at(found.call().scheme(), found.at()) : of(found, filed);
  }

  private Law of(Case found, Filed filed) {
    String scheme = found.call().scheme();
    YearlyNotice notice = YearlyNotice.parse("notice of " + found.id(), filed.notice());
    return new Law(edition(scheme, found.at()), notice, Programme.restDays(records, scheme));
  }

  private Edition edition(String scheme, Instant at) {
    return schemes.edition(scheme, at).orElseThrow();
  }
}
