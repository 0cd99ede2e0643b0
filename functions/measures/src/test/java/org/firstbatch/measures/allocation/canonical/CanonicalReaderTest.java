package org.firstbatch.measures.allocation.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalReaderTest {

  private static final int LONGEST = 100_000;

  /** Hands over at most so many bytes at once, as a network does. */
  private static InputStream inPieces(String text, int most) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int length) {
        return super.read(bytes, offset, Math.min(length, most));
      }
    };
  }

  private static CanonicalReader reader(String text, int most) {
    return new CanonicalReader("file", inPieces(text, most), LONGEST);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1 << 16, 1 << 20})
  void shouldReadTheSameLinesHoweverTheBytesArrive(int most) throws IOException {
    List<String> written = List.of("甲\t乙", "", "a".repeat(70_000), "b".repeat(LONGEST), "c");
    CanonicalReader reader = reader(String.join("\n", written) + "\n", most);

    List<String> read = new ArrayList<>();
    for (byte[] line = reader.nextBytes(); line != null; line = reader.nextBytes()) {
      read.add(new String(line, StandardCharsets.UTF_8));
    }

    assertEquals(written, read);
    assertEquals(5, reader.line());
    assertNull(reader.nextBytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1 << 16, 1 << 20})
  void shouldRefuseALineThatIsOneByteTooLong(int most) {
    CanonicalReader reader = reader("x\n" + "b".repeat(LONGEST + 1) + "\n", most);
    reader.next();

    FormatException refused = assertThrows(FormatException.class, reader::next);

    assertTrue(refused.toString().contains("line 2"), refused::toString);
    assertTrue(refused.toString().contains(LONGEST + " bytes"), refused::toString);
  }

  @Test
  void shouldRefuseALastLineWithoutItsLineFeed() {
    CanonicalReader reader = reader("x\ny", 1);
    reader.next();

    FormatException refused = assertThrows(FormatException.class, reader::next);

    assertTrue(refused.toString().contains("the end of the file"), refused::toString);
  }
}
