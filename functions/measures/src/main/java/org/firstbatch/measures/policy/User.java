package org.firstbatch.measures.policy;

import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.identity.Names;

/** The user of the product: the buyer whose first use makes a first batch (第二条). */
public sealed interface User {
  String name();

  /** What identifies this user, the same however it was typed. */
  String key();

  /** A user with a credit code. */
  record Domestic(CreditCode creditCode, String name) implements User {
    @Override
    public String key() {
      return creditCode.value();
    }

    @Override
    public String toString() {
      return name + " " + creditCode;
    }
  }

  /**
   * A user abroad.
   *
   * @param country as the sheet names it
   * @param registrationNumber the number in that country's register
   */
  record Foreign(String country, String registrationNumber, String name) implements User {
    @Override
    public String key() {
      return Names.key(country) + "/" + Names.key(registrationNumber);
    }

    @Override
    public String toString() {
      return "%s (%s %s)".formatted(name, country, registrationNumber);
    }
  }
}
