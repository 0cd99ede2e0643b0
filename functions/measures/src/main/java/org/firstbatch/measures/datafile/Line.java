package org.firstbatch.measures.datafile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

/**
 * One line of a data file: words between blanks.
 *
 * @param number counted from 1
 */
public record Line(String file, int number, List<String> words) {

  private static final int DATE_LENGTH = "2026-02-24".length();

  public String key() {
    return words.getFirst();
  }

  /** The words from {@code index} on, as one text. */
  public String rest(int index) {
    return String.join(" ", words.subList(index, words.size()));
  }

  /** Refuses the line unless it has so many words; {@code form} shows the right form. */
  public void requireWords(int count, String form) {
    if (words.size() != count) {
      throw broken(form, rest(0));
    }
  }

  /** Refuses the line unless it has at least so many words; {@code form} shows the right form. */
  public void requireAtLeast(int count, String form) {
    if (words.size() < count) {
      throw broken(form, rest(0));
    }
  }

  public LocalDate date(int index) {
    if (words.get(index).length() != DATE_LENGTH) {
      throw notADate(index);
    }
    try {
      return LocalDate.parse(words.get(index));
    } catch (DateTimeParseException _) {
      throw notADate(index);
    }
  }

  private BrokenFileException notADate(int index) {
    return broken("a date that exists, such as 2026-02-24", words.get(index));
  }

  public int whole(int index, int least, int most) {
    int value = value(index, Line::digits, "a whole number");
    if (value < least || value > most) {
      throw broken("a whole number from " + least + " to " + most, words.get(index));
    }
    return value;
  }

  private static int digits(String word) {
    if (!word.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(word);
    }
    return Integer.parseInt(word);
  }

  /** Reads a word; what the reader refuses as illegal is this line's fault. */
  public <T> T value(int index, Function<String, T> reader, String expected) {
    try {
      return reader.apply(words.get(index));
    } catch (IllegalArgumentException _) {
      throw broken(expected, words.get(index));
    }
  }

  public BrokenFileException broken(String expected, String found) {
    return broken(key(), expected, found);
  }

  public BrokenFileException broken(String key, String expected, String found) {
    return new BrokenFileException(file, number, key, expected, found);
  }
}
