package org.firstbatch.measures.certification;

import java.time.LocalDate;
import org.firstbatch.measures.calendar.Periods;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.ProductClass;
import org.jspecify.annotations.Nullable;

/**
 * 第十条: a certificate as it stands in the register.
 *
 * @param number the certificate's number
 * @param enterprise the credit code of the enterprise it recognises
 * @param productClass decides whether the rate ceiling applies (第四条)
 * @param product the product's name
 * @param specification the specification recognised
 * @param published the day of publication, from which it is valid
 * @param lastDay the last day of its validity, whole
 * @param revocation when and why it was revoked; null when it was not
 */
public record Certificate(
    String number,
    CreditCode enterprise,
    ProductClass productClass,
    String product,
    String specification,
    LocalDate published,
    LocalDate lastDay,
    @Nullable Revocation revocation) {
  public Certificate {
    if (lastDay.isBefore(published)) {
      throw new IllegalArgumentException(
          "certificate %s ends %s, before its publication %s"
              .formatted(number, lastDay, published));
    }
  }

  /** The last day of a certificate published on a day: the corresponding day, not moved. */
  public static LocalDate lastDay(LocalDate published, Edition edition) {
    int years = edition.parameters().certificateValidityYears(published).value();
    return Periods.correspondingDay(published, years);
  }

  /**
   * The last day on which anything can rest on this certificate: revoked, the day before the
   * revocation; revoked for false material, the day before publication.
   */
  public LocalDate lastEffectiveDay() {
    if (revocation == null) {
      return lastDay;
    }
    LocalDate beforeRevocation = revocation.actsFrom(published).minusDays(1);
    return beforeRevocation.isBefore(lastDay) ? beforeRevocation : lastDay;
  }

  /** Whether it never had any effect, revoked for false material. */
  public boolean isVoid() {
    return lastEffectiveDay().isBefore(published);
  }

  /** Whether anything of that day can rest on this certificate. */
  public boolean effectiveOn(LocalDate day) {
    return !day.isBefore(published) && !day.isAfter(lastEffectiveDay());
  }

  /**
   * How it stands on a day: revoked from the day on which that acts, else expired after its last.
   */
  public State stateOn(LocalDate day) {
    if (revocation != null && day.isAfter(lastEffectiveDay())) {
      return State.REVOKED;
    }
    return day.isAfter(lastDay) ? State.EXPIRED : State.VALID;
  }

  /** How a certificate stands. */
  public enum State {
    VALID,
    EXPIRED,
    REVOKED
  }

  /**
   * @param day the day of the revocation, the first on which it acts
   * @param falseMaterial whether it was for false material, and so acts from publication
   * @param ground why
   */
  public record Revocation(LocalDate day, boolean falseMaterial, Text ground) {
    LocalDate actsFrom(LocalDate published) {
      return falseMaterial ? published : day;
    }
  }
}
