package org.firstbatch.local.screen;

import java.io.PrintStream;

/** Where the user reads: in Chinese or English, with colours where a terminal shows them. */
public final class Screen {

  /** How wide the output is, in columns. */
  public static final int COLUMNS = 100;

  private static final String RESET = "\u001b[0m";

  private final PrintStream out;
  private final boolean chinese;
  private final boolean colours;

  public Screen(PrintStream out, boolean chinese, boolean colours) {
    this.out = out;
    this.chinese = chinese;
    this.colours = colours;
  }

  /** The one of two texts that is in the user's language. */
  public String say(String english, String chineseText) {
    return chinese ? chineseText : english;
  }

  /** A line. */
  public void line(String text) {
    out.println(text.stripTrailing());
  }

  public void line(String english, String chineseText) {
    line(say(english, chineseText));
  }

  /** What went wrong: a sentence in the user's language, the other language under it. */
  public void trouble(Trouble trouble) {
    line(bad(say(trouble.english(), trouble.chinese())));
    line(say(trouble.chinese(), trouble.english()));
  }

  /** A heading after an empty line. */
  public void heading(String text) {
    line("");
    line(bold(text));
  }

  public String bold(String text) {
    return colour("\u001b[1m", text);
  }

  public String good(String text) {
    return colour("\u001b[32m", text);
  }

  public String bad(String text) {
    return colour("\u001b[31m", text);
  }

  private String colour(String code, String text) {
    return colours ? code + text + RESET : text;
  }
}
