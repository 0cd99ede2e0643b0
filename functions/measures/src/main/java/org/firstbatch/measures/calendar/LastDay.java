package org.firstbatch.measures.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The last day of a period, whole, until 24:00 Shanghai time, with the days that were looked at to
 * find it.
 */
public sealed interface LastDay {

  /** The day on which the period would end if rest days did not matter. */
  LocalDate nominal();

  /** The last day that is in time whatever the missing calendar will say. */
  LocalDate certainlyInTimeThrough();

  /** The last day that may be in time; the day after is late whatever the calendar will say. */
  LocalDate latest();

  /** Each day looked at, from the nominal last day on. */
  List<DayKind> reasons();

  LegalBasis basis();

  String zh();

  String en();

  /** Whether an act on that day is in time. */
  default InTime check(LocalDate act) {
    if (!act.isAfter(certainlyInTimeThrough())) {
      return InTime.IN_TIME;
    }
    return act.isAfter(latest()) ? InTime.LATE : InTime.UNDETERMINED;
  }

  /** The period ends on {@code date}. */
  record Certain(LocalDate date, LocalDate nominal, List<DayKind> reasons, LegalBasis basis)
      implements LastDay {

    public Certain {
      reasons = List.copyOf(reasons);
    }

    public boolean isMoved() {
      return !date.equals(nominal);
    }

    @Override
    public LocalDate certainlyInTimeThrough() {
      return date;
    }

    @Override
    public LocalDate latest() {
      return date;
    }

    @Override
    public String zh() {
      return isMoved()
          ? "期间最后一日 " + nominal + " 是休息日，顺延至 " + date + "（" + basis.zh() + "）"
          : "期间最后一日是 " + date + "（" + basis.zh() + "）";
    }

    @Override
    public String en() {
      return isMoved()
          ? nominal + " is a rest day, the period ends on " + date + " (" + basis.en() + ")"
          : "the period ends on " + date + " (" + basis.en() + ")";
    }
  }

  /**
   * The official calendar is not known where the period ends.
   *
   * @param certainlyInTimeThrough the nominal last day, or the first unknown day where known rest
   *     days already moved the end that far
   * @param latest the last day that may still be in time
   */
  record Undetermined(
      LocalDate nominal,
      LocalDate certainlyInTimeThrough,
      LocalDate latest,
      List<DayKind> reasons,
      LegalBasis basis)
      implements LastDay {

    public Undetermined {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String zh() {
      return "%s 及以前在期限内，%s 以后逾期，其间待放假安排公布后确定（%s）"
          .formatted(certainlyInTimeThrough, latest, basis.zh());
    }

    @Override
    public String en() {
      return "in time to %s, late after %s, undetermined in between until the notice is loaded (%s)"
          .formatted(certainlyInTimeThrough, latest, basis.en());
    }
  }
}
