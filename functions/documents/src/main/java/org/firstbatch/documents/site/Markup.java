package org.firstbatch.documents.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.firstbatch.measures.explain.Text;

/**
 * A piece of HTML. It is made of elements and of text that is escaped here, so that no name can be
 * read as markup.
 *
 * @param html well-formed
 */
record Markup(String html) {

  static final Markup NONE = new Markup("");

  /** An attribute. */
  record Attribute(String name, String value) {}

  static Attribute attr(String name, String value) {
    return new Attribute(name, value);
  }

  static Markup text(String text) {
    return new Markup(escape(text));
  }

  static Markup element(String name, List<Attribute> attributes, Markup... children) {
    return new Markup(
        open(name, attributes) + all(Arrays.asList(children)).html + "</" + name + ">");
  }

  static Markup element(String name, Markup... children) {
    return element(name, List.of(), children);
  }

  static Markup element(String name, String text) {
    return element(name, text(text));
  }

  /** An element that has no content and no end. */
  static Markup empty(String name, Attribute... attributes) {
    return new Markup(open(name, Arrays.asList(attributes)));
  }

  static Markup all(List<Markup> pieces) {
    return new Markup(pieces.stream().map(Markup::html).collect(Collectors.joining()));
  }

  static Markup all(Markup... pieces) {
    return all(Arrays.asList(pieces));
  }

  static Markup link(String href, Markup content) {
    return element("a", List.of(attr("href", href)), content);
  }

  /** Chinese, and English beside it in its own language. */
  static Markup both(Text text) {
    return text.zh().equals(text.en())
        ? text(text.zh())
        : all(text(text.zh()), text(" "), english(text.en()));
  }

  static Markup english(String text) {
    return element("span", List.of(attr("lang", "en"), attr("class", "en")), text(text));
  }

  private static String open(String name, List<Attribute> attributes) {
    StringBuilder tag = new StringBuilder("<").append(name);
    for (Attribute attribute : attributes) {
      tag.append(' ').append(attribute.name()).append("=\"").append(escape(attribute.value()));
      tag.append('"');
    }
    return tag.append('>').toString();
  }

  /** Control characters have no meaning in HTML and are left out. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(shown(c));
              }
            });
    return out.toString();
  }

  /** Marks that turn the direction of what follows would let a name rewrite its surroundings. */
  private static String shown(int c) {
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return turns || Character.isISOControl(c) ? "" : Character.toString(c);
  }
}
