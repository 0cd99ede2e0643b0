package org.firstbatch.documents.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.firstbatch.casework.problem.PermanentFault;

/**
 * Noto Sans SC. It is read once; each PDF embeds the glyphs that it uses. A character that it lacks
 * is a fault that names the character: an official paper with a blank box is worse than none.
 */
public final class Typeface {

  private static final String RESOURCE = "/font/NotoSansSC-Regular.ttf";

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final float unitsPerEm;

  /** Reads the font, which takes some tenths of a second. */
  public Typeface() {
    try (InputStream in = Typeface.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new PermanentFault("The font is not in the jar: " + RESOURCE);
      }
      font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      // Ligatures would make text depend on shaping; none is needed for Chinese and English.
      font.setEnableGsub(false);
      glyphs = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PDFont in(PDDocument document) throws IOException {
    return PDType0Font.load(document, font, true);
  }

  /**
   * The text, if every character of it can be written.
   *
   * @throws PermanentFault naming the first character that cannot
   */
  String require(String text) {
    text.codePoints().forEach(character -> require(character, text));
    return text;
  }

  private void require(int character, String text) {
    if (glyphs.getGlyphId(character) == 0) {
      throw new PermanentFault(
          "The font has no character %s U+%04X (%s), which is in: %s"
              .formatted(
                  Character.isISOControl(character) ? "" : Character.toString(character),
                  character,
                  Character.getName(character),
                  text));
    }
  }

  /** How wide a text is at a size, in points. */
  float width(String text, float size) {
    return (float) text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
  }

  private double advance(int character) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(character));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
