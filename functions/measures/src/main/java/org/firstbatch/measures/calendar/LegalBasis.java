package org.firstbatch.measures.calendar;

import java.time.LocalDate;

/** The statute under which a period that ends on a given day is counted. */
public enum LegalBasis {
  GENERAL_PRINCIPLES_1986("民法通则第一百五十四条", "General Principles of the Civil Law, art. 154"),
  GENERAL_RULES_2017("民法总则第二百零一条至第二百零三条", "General Rules of the Civil Law, arts. 201–203"),
  CIVIL_CODE("民法典第二百零一条至第二百零三条", "Civil Code, arts. 201–203");

  private static final LocalDate GENERAL_RULES_IN_FORCE = LocalDate.of(2017, 10, 1);
  private static final LocalDate CIVIL_CODE_IN_FORCE = LocalDate.of(2021, 1, 1);

  private final String zh;
  private final String en;

  LegalBasis(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The statute in force on the day on which the period would end. */
  public static LegalBasis on(LocalDate end) {
    if (!end.isBefore(CIVIL_CODE_IN_FORCE)) {
      return CIVIL_CODE;
    }
    return end.isBefore(GENERAL_RULES_IN_FORCE) ? GENERAL_PRINCIPLES_1986 : GENERAL_RULES_2017;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
