package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.firstbatch.casework.json.Hashes;

/** Declares a file and puts its bytes where the answer says. */
final class Uploads {

  /** Of an interrupted play: the store's answers to a second upload. */
  private static final int THERE_ALREADY = 412;

  private static final int LINK_EXPIRED = 403;

  private Uploads() {}

  /**
   * Uploads a PDF.
   *
   * @param path where files are declared and listed
   * @param what what the declaration says beside type, length and hash
   */
  static void put(Api api, String person, String path, Map<String, String> what, byte[] pdf) {
    Map<String, Object> declaration = new HashMap<>(what);
    declaration.put("type", "application/pdf");
    declaration.put("length", pdf.length);
    declaration.put("sha256", HexFormat.of().formatHex(Hashes.digest().digest(pdf)));
    JsonNode declared = api.post(person, path, declaration, 201).json();
    int status = api.upload(declared.path("upload"), pdf);
    if (status == LINK_EXPIRED && !hasArrived(api.get(person, path))) {
      Map<String, String> again = new HashMap<>(what);
      again.put("name", "again-" + what.get("name"));
      put(api, person, path, again, pdf);
    } else if (status / 100 != 2 && status != LINK_EXPIRED && status != THERE_ALREADY) {
      throw new Api.Unexpected("PUT of " + what + ": " + status);
    }
  }

  /** Whether any file of a list has been checked on arrival. */
  static boolean hasArrived(JsonNode files) {
    return Founding.items(files).stream().anyMatch(Uploads::isChecked);
  }

  /** Whether a file of a list has been checked on arrival, whatever came of it. */
  static boolean isChecked(JsonNode file) {
    return !file.path("state").asText().equals("DECLARED");
  }
}
