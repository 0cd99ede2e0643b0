package org.firstbatch.casework.person;

import java.util.regex.Pattern;
import org.firstbatch.measures.explain.Text;

/** The key of an organisation, as people, paths and queries write it. */
public final class OrganisationKey {

  public static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** What is said of one that has another form. */
  public static final Text WANTED =
      Text.of("应为 1–64 个字母、数字或 . _ -", "must have 1–64 letters, digits or any of . _ -");

  private OrganisationKey() {}
}
