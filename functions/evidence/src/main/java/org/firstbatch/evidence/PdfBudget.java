package org.firstbatch.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * How much the streams of one PDF may unpack to. A stream is unpacked here once, counted and thrown
 * away; what exceeds a limit stops the parser.
 */
final class PdfBudget {

  /**
   * What is allowed.
   *
   * @param structure bytes of one stream that holds objects or references, which the parser keeps
   *     in memory as objects
   * @param stream bytes of one other stream
   * @param all bytes of all streams together
   */
  record Limits(long structure, long stream, long all) {}

  static final Limits USUAL = new Limits(8L << 20, 128L << 20, 512L << 20);

  private static final int MOST_FILTERS = 4;

  /** A row of a picture: a filter's predictor keeps two of them in memory. */
  private static final long MOST_ROW_BITS = 8L << 20;

  private static final Set<String> PACKING =
      Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");

  /** Pictures are never unpacked by whoever counts pages; the viewer bounds them. */
  private static final Set<String> PICTURES =
      Set.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");

  private final Limits limits;
  private long spent;
  private boolean exceeded;

  PdfBudget(Limits limits) {
    this.limits = limits;
  }

  /** A limit is exceeded. */
  private static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Whether a limit was exceeded, even where the parser went on. */
  boolean isSpent() {
    return exceeded;
  }

  /** Counts what a stream unpacks to. */
  void spend(COSStream stream) throws IOException {
    if (exceeded) {
      throw new SpentException();
    }
    List<String> filters = filters(stream.getFilters());
    if (filters.size() > MOST_FILTERS
        || filters.stream().filter(PACKING::contains).count() > 1
        || rowBits(stream) > MOST_ROW_BITS) {
      throw refuse();
    }
    unpack(stream, filters);
  }

  private void unpack(COSStream stream, List<String> filters) throws IOException {
    long most = isStructure(stream) ? limits.structure() : limits.stream();
    InputStream packed = stream.createRawInputStream();
    for (int index = 0; index < filters.size(); index++) {
      if (PICTURES.contains(filters.get(index))) {
        return;
      }
      boolean last = index == filters.size() - 1;
      Counted counted = new Counted(Math.min(most, limits.all() - spent), !last);
      decode(stream, filters.get(index), packed, counted, index);
      packed = new ByteArrayInputStream(counted.kept.toByteArray());
      spent += counted.count;
    }
  }

  /** A stream that breaks off unpacks to what came before; nobody gets more out of it. */
  private static void decode(
      COSStream stream, String filter, InputStream packed, Counted counted, int index) {
    try {
      var _ = FilterFactory.INSTANCE.getFilter(filter).decode(packed, counted, stream, index);
    } catch (IOException _) {
      // Whoever really reads it fails at the same place.
    }
  }

  /** The longest row that the parameters of any filter ask for. */
  private static long rowBits(COSStream stream) {
    COSBase given = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
    COSArray all = given instanceof COSArray array ? array : new COSArray();
    if (given instanceof COSDictionary one) {
      all.add(one);
    }
    return IntStream.range(0, all.size())
        .mapToObj(all::getObject)
        .mapToLong(each -> each instanceof COSDictionary parameters ? rowBits(parameters) : 0)
        .max()
        .orElse(0);
  }

  private static long rowBits(COSDictionary parameters) {
    long colors = Math.clamp(parameters.getInt(COSName.COLORS, 1), 1, 32);
    long bits = Math.max(parameters.getInt(COSName.BITS_PER_COMPONENT, 8), 1);
    return colors * bits * Math.max(parameters.getInt(COSName.COLUMNS, 1), 1);
  }

  private static boolean isStructure(COSStream stream) {
    return stream.containsKey(COSName.FIRST)
        || stream.containsKey(COSName.W)
        || COSName.OBJ_STM.equals(stream.getCOSName(COSName.TYPE));
  }

  private static List<String> filters(COSBase filters) {
    if (filters instanceof COSName name) {
      return List.of(name.getName());
    }
    return filters instanceof COSArray array
        ? IntStream.range(0, array.size()).mapToObj(i -> String.valueOf(array.getName(i))).toList()
        : List.of();
  }

  private SpentException refuse() {
    exceeded = true;
    return new SpentException();
  }

  /** Counts bytes, and keeps them where another filter follows. */
  private final class Counted extends OutputStream {
    private final long most;
    private final boolean keeps;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long count;

    private Counted(long most, boolean keeps) {
      this.most = most;
      this.keeps = keeps;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
      if (count > most) {
        throw refuse();
      }
      if (keeps) {
        kept.write(bytes, offset, length);
      }
    }
  }
}
