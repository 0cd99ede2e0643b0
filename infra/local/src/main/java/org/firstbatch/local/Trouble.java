package org.firstbatch.local;

import java.io.Serial;

/** Something that the user can put right, told in a sentence. */
public final class Trouble extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public Trouble(String sentence) {
    super(sentence);
  }
}
