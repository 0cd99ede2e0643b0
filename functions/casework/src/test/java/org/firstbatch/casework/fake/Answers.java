package org.firstbatch.casework.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.measures.scheme.Edition;

/** The sample edition with some questions answered otherwise. */
public final class Answers {

  private Answers() {}

  /**
   * @param answers by the question's key
   */
  public static Schemes of(Map<String, String> answers) {
    String text = shipped();
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      text = text.replaceFirst(answer.getKey() + " *= [a-z-]+", line(answer));
    }
    return new ShippedSchemes(List.of(Edition.parse("answers", text)));
  }

  private static String line(Map.Entry<String, String> answer) {
    return answer.getKey() + " = " + answer.getValue();
  }

  private static String shipped() {
    try (InputStream shipped = Edition.class.getResourceAsStream("/scheme/dalian/edition-1.txt")) {
      return new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
