package org.firstbatch.allocation;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.measures.allocation.LocalSecond;
import org.jspecify.annotations.Nullable;

/**
 * The third file of a plan: what the year's signed plans and this one award to each claim together,
 * in the order of the queue, so that the next run reads it beside the queue. It follows from the
 * plan files alone; a line is queue, insuring time, received, insurer, policy number, fen, with
 * tabs between.
 */
final class Awards {

  private static final String HEAD = "firstbatch-plan-awards/1\tSHA-256";
  private static final String CARRIED = "carried";
  private static final String QUEUED = "queued";

  private Awards() {}

  /** What a claim was awarded so far. */
  record Award(Place place, long fen) {}

  /** Writes the file and digests it. */
  static final class File {
    private final MessageDigest digest = Hashes.digest();
    private final Writer out;

    File(OutputStream stream) throws IOException {
      out =
          new BufferedWriter(
              new OutputStreamWriter(
                  new DigestOutputStream(stream, digest), StandardCharsets.UTF_8));
      out.write(HEAD + "\n");
    }

    void add(Place place, long fen) throws IOException {
      if (fen == 0) {
        return;
      }
      out.write(place.carried() ? CARRIED : QUEUED);
      field(LocalSecond.text(place.insured()));
      field(LocalSecond.text(place.received()));
      field(Tabbed.escape(place.insurer()));
      field(Tabbed.escape(place.policy()));
      field(Long.toString(fen));
      out.write('\n');
    }

    private void field(String value) throws IOException {
      out.write('\t');
      out.write(value);
    }

    /** The SHA-256 of the file. */
    String finish() throws IOException {
      out.flush();
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /** Reads the file beside the queue: asks must come in the order of the queue. */
  static final class Reading implements AutoCloseable {
    private final BufferedReader in;
    private @Nullable Award ahead;

    Reading(InputStream stream) throws IOException {
      in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      if (!HEAD.equals(in.readLine())) {
        throw new PermanentFault("A file of awards does not begin with " + HEAD);
      }
      ahead = read();
    }

    /** No signed plan yet. */
    static Reading none() throws IOException {
      return new Reading(new ByteArrayInputStream((HEAD + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** The next award if its claim stands before the given place; null when none does. */
    @Nullable Award before(@Nullable Place place) throws IOException {
      Award next = ahead;
      if (next == null || (place != null && next.place().compareTo(place) >= 0)) {
        return null;
      }
      ahead = read();
      return next;
    }

    /** What the claim at a place was awarded, 0 for nothing. */
    long at(Place place) throws IOException {
      Award next = ahead;
      while (next != null && next.place().compareTo(place) < 0) {
        next = read();
      }
      ahead = next;
      if (next == null || !next.place().equals(place)) {
        return 0;
      }
      ahead = read();
      return next.fen();
    }

    private @Nullable Award read() throws IOException {
      String line = in.readLine();
      if (line == null) {
        return null;
      }
      String[] fields = line.split("\t", -1);
      return new Award(
          new Place(
              fields[0].equals(CARRIED),
              LocalSecond.parse(fields[1]),
              LocalSecond.parse(fields[2]),
              Tabbed.unescape(fields[3]),
              Tabbed.unescape(fields[4])),
          Long.parseLong(fields[5]));
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
