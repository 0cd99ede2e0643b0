package org.firstbatch.local.screen;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something that the user can put right, told in a sentence of each language. */
public final class Trouble extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String chinese;

  public Trouble(String english, String chinese) {
    this(english, chinese, null);
  }

  public Trouble(String english, String chinese, @Nullable Throwable cause) {
    super(english, cause);
    this.chinese = chinese;
  }

  public String english() {
    return String.valueOf(getMessage());
  }

  public String chinese() {
    return chinese;
  }
}
