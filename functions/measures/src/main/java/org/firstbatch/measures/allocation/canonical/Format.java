package org.firstbatch.measures.allocation.canonical;

import java.util.List;
import java.util.stream.Collectors;
import org.firstbatch.measures.allocation.Reason;

/** The words of the canonical files, and how a text stands in a field. */
final class Format {

  static final String INPUT = "firstbatch-plan-input/1";
  static final String PLAN = "firstbatch-plan/1";
  static final String TERMS = "terms";
  static final String COUNTED = "counted";
  static final String AWARDED = "awarded";
  static final String CLAIM = "claim";
  static final String LINE = "line";
  static final String END = "end";
  static final String NONE = "none";
  static final String BUDGET_YEAR = "budget";
  static final String CARRIED = "carried";
  static final String QUEUED = "queued";
  static final char SEPARATOR = '\t';

  private Format() {}

  static String reasons(List<Reason> reasons) {
    return reasons.isEmpty()
        ? NONE
        : reasons.stream().map(Reason::name).collect(Collectors.joining(","));
  }

  /** Four characters would be taken for structure; each becomes a backslash and a letter. */
  static String escape(String text) {
    return hasStructure(text)
        ? text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
        : text;
  }

  private static boolean hasStructure(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /**
   * The inverse of {@link #escape}.
   *
   * @throws IllegalArgumentException for a backslash before anything else
   */
  static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder text = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      text.append(c == '\\' ? escaped(field, ++i) : c);
    }
    return text.toString();
  }

  private static char escaped(String field, int at) {
    return switch (at < field.length() ? field.charAt(at) : ' ') {
      case '\\' -> '\\';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> throw new IllegalArgumentException("a backslash before anything but \\ t n r");
    };
  }
}
