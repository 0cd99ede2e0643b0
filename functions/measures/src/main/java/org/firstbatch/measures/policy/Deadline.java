package org.firstbatch.measures.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.measures.calendar.InTime;
import org.firstbatch.measures.calendar.LastDay;
import org.firstbatch.measures.calendar.Periods;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.explain.UsedParameter;
import org.jspecify.annotations.Nullable;

/**
 * 第十一条: the last day to insure. The clock starts on the later of supply-contract signing and
 * delivery of the batch's last item; the last day is the earliest of day 30, the certificate's last
 * day and the scheme's last day.
 *
 * @param start the day on which the clock starts, itself not counted
 * @param window day 30, moved off rest days, with each day looked at
 * @param certificateLastDay the certificate's last day in effect; null when none was given, or it
 *     is void
 * @param schemeLastDay the edition's last day
 * @param windowDays the parameter behind day 30
 */
public record Deadline(
    LocalDate start,
    LastDay window,
    @Nullable LocalDate certificateLastDay,
    LocalDate schemeLastDay,
    UsedParameter windowDays) {

  /**
   * The deadline of a policy.
   *
   * @param law the edition on the day of signing, or of asking
   * @param certificate null when it is not known
   */
  public static Deadline of(
      LocalDate supplySigned,
      LocalDate lastDelivered,
      @Nullable Certificate certificate,
      Law law,
      RestDays restDays) {
    LocalDate start = supplySigned.isAfter(lastDelivered) ? supplySigned : lastDelivered;
    Used<Integer> days = law.insuringWindowDays();
    return new Deadline(
        start,
        Periods.days(start, days.value(), restDays),
        certificate == null || certificate.isVoid() ? null : certificate.lastEffectiveDay(),
        law.edition().lastDay(),
        days.parameter());
  }

  /** The last day that is in time whatever the missing calendar will say. */
  public LocalDate certainlyInTimeThrough() {
    return earliest(window.certainlyInTimeThrough());
  }

  /** The last day that may be in time. */
  public LocalDate latest() {
    return earliest(window.latest());
  }

  /** Whether the calendar leaves nothing open. */
  public boolean isCertain() {
    return certainlyInTimeThrough().equals(latest());
  }

  /** Whether an act on that day is in time; acts before the start are in time here. */
  public InTime check(LocalDate act) {
    if (!act.isAfter(certainlyInTimeThrough())) {
      return InTime.IN_TIME;
    }
    return act.isAfter(latest()) ? InTime.LATE : InTime.UNDETERMINED;
  }

  /** All three limits, each with why, then the days looked at to find day 30. */
  public List<Text> reasons() {
    Stream<Text> limits =
        Stream.of(startReason(), windowReason(), certificateReason(), schemeReason());
    Stream<Text> days = window.reasons().stream().map(day -> Text.of(day.zh(), day.en()));
    return Stream.concat(limits, days).toList();
  }

  private Text startReason() {
    return Text.of(
        "起算日 %s（供货合同签订与末件交付两日中较晚者），当日不计入".formatted(start),
        "The clock starts on %s, the later of contract and last delivery; that day is not counted"
            .formatted(start));
  }

  private Text windowReason() {
    return Text.of(
        "第 %s 日：%s".formatted(windowDays.value(), window.zh()),
        "Day %s: %s".formatted(windowDays.value(), window.en()));
  }

  private Text certificateReason() {
    return certificateLastDay == null
        ? Text.of("没有有效的认定证书", "There is no certificate in effect")
        : Text.of(
            "认定证书末日 " + certificateLastDay, "The certificate's last day is " + certificateLastDay);
  }

  private Text schemeReason() {
    return Text.of("实施办法末日 " + schemeLastDay, "The scheme's last day is " + schemeLastDay);
  }

  private LocalDate earliest(LocalDate byWindow) {
    return Stream.of(
            byWindow, certificateLastDay == null ? byWindow : certificateLastDay, schemeLastDay)
        .min(Comparator.naturalOrder())
        .orElse(byWindow);
  }
}
