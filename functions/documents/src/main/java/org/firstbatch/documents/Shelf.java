package org.firstbatch.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;

/**
 * Where PDFs are kept, each once. What lies there counts: if a run died between the file and its
 * record, the record is made from the bytes that lie there, whatever would be rendered today.
 */
final class Shelf {

  private static final String PDF = "application/pdf";

  private final Records records;
  private final ObjectStore objects;
  private final Editions editions;

  Shelf(Records records, ObjectStore objects, Editions editions) {
    this.records = records;
    this.objects = objects;
    this.editions = editions;
  }

  /**
   * Keeps a PDF unless it is kept already.
   *
   * @param wanted what is to be kept, without digest and length
   * @param render makes its bytes
   */
  Rendered keep(String scheme, Rendered wanted, Supplier<byte[]> render) {
    RecordKey key = Rendered.key(scheme, wanted.of(), wanted.subject(), wanted.version());
    Optional<StoredRecord> there = records.find(key);
    if (there.isPresent()) {
      return Rendered.KIND.read(there.get()).value();
    }
    Rendered kept = stored(wanted, render);
    records.putAll(
        List.of(
            StoredRecord.first(
                key,
                Rendered.KIND.schema(),
                editions.at(scheme, wanted.at()),
                wanted.at(),
                Json.write(kept))));
    return kept;
  }

  private Rendered stored(Rendered wanted, Supplier<byte[]> render) {
    ObjectKey object = wanted.object();
    if (objects.find(object).isEmpty()) {
      byte[] bytes = render.get();
      onDisk(bytes, file -> objects.putOnce(object, PDF, file));
    }
    return measured(wanted);
  }

  private Rendered measured(Rendered wanted) {
    try (DigestInputStream in =
        new DigestInputStream(objects.open(wanted.object()), Hashes.digest())) {
      long length = in.transferTo(OutputStream.nullOutputStream());
      return new Rendered(
          wanted.of(),
          wanted.subject(),
          wanted.version(),
          wanted.bucket(),
          wanted.path(),
          HexFormat.of().formatHex(in.getMessageDigest().digest()),
          length,
          wanted.organisations(),
          wanted.at());
    } catch (IOException e) {
      throw new RetryableFault("The file could not be read: " + wanted.path(), e);
    }
  }

  InputStream open(ObjectKey key) {
    return objects.open(key);
  }

  /** Hands on a file with these bytes, which is gone afterwards. */
  static void onDisk(byte[] bytes, java.util.function.Consumer<Path> use) {
    try {
      Path file = Files.createTempFile("firstbatch", null);
      try {
        Files.write(file, bytes);
        use.accept(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
