package org.firstbatch.evidence;

import java.io.IOException;
import java.io.InputStream;
import org.firstbatch.casework.object.ObjectInfo;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.evidence.Scanner.Clean;
import org.firstbatch.evidence.Scanner.Infected;
import org.firstbatch.evidence.Scanner.NotScanned;
import org.firstbatch.evidence.Scanner.Scan;
import org.firstbatch.evidence.Upload.Checked;
import org.firstbatch.measures.explain.Text;

/** Checks an object that has arrived: its length, its bytes, then the scanner's verdict. */
final class ArrivalCheck {

  private final ObjectStore objects;
  private final Scanner scanner;

  ArrivalCheck(ObjectStore objects, Scanner scanner) {
    this.objects = objects;
    this.scanner = scanner;
  }

  Checked of(ObjectKey key, Declaration declared) {
    ObjectInfo info =
        objects.find(key).orElseThrow(() -> new RetryableFault("Not there yet: " + key.path()));
    if (info.length() != declared.length()) {
      return checked(BytesCheck.lengthDiffers(declared.length(), info.length()));
    }
    byte[] content = read(key);
    BytesCheck.Result result = BytesCheck.of(declared, content);
    return result.reason() == null ? scanned(result, content) : checked(result);
  }

  private byte[] read(ObjectKey key) {
    try (InputStream stream = objects.open(key)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new RetryableFault("Not read: " + key.path(), e);
    }
  }

  private Checked scanned(BytesCheck.Result result, byte[] content) {
    return switch (scanner.scan(content)) {
      case Clean() -> new Checked(result.pages(), null, Scan.CLEAN);
      case NotScanned() -> new Checked(result.pages(), null, Scan.NOT_SCANNED);
      case Infected(String name) -> new Checked(null, infected(name), null);
    };
  }

  private static Text infected(String name) {
    return Text.of(
        "查毒发现恶意内容（" + name + "），不予接收", "The scanner found malicious content (" + name + ")");
  }

  private static Checked checked(BytesCheck.Result failed) {
    return new Checked(failed.pages(), failed.reason(), null);
  }
}
