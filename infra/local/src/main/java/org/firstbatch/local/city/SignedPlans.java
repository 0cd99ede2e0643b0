package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.firstbatch.casework.json.Hashes;

/** The signed plans as anybody may read them, and their recomputation by the stand-alone jar. */
final class SignedPlans {

  private final Api api;
  private final Path folder;
  private final Path recomputeJar;

  /**
   * A signed plan.
   *
   * @param quarter for which quarter the job ran
   * @param view as the public reads it
   * @param lines its lines in order
   * @param recomputed whether the stand-alone jar came to the same bytes
   */
  record Signed(String quarter, JsonNode view, List<JsonNode> lines, boolean recomputed) {
    int outcome(String name) {
      return view.path("outcomes").path(name).asInt();
    }

    String sha256() {
      return view.path("sha256").asText();
    }
  }

  /**
   * @param folder where the published files are saved
   */
  SignedPlans(Api api, Path folder, Path recomputeJar) {
    this.api = api;
    this.folder = folder;
    this.recomputeJar = recomputeJar;
  }

  /** Reads all four. */
  List<Signed> read() {
    List<Signed> all = new ArrayList<>();
    for (int place = 1; place <= 4; place++) {
      String quarter = Founding.YEAR + "Q" + place;
      String path = "/years/" + Founding.YEAR + "/signed-plans/" + place;
      JsonNode view = api.get("", path);
      boolean equal = saveAndRecompute(quarter, api.get("", path + "/files"), view);
      all.add(new Signed(quarter, view, api.all("", path + "/lines"), equal));
    }
    return all;
  }

  private boolean saveAndRecompute(String quarter, JsonNode files, JsonNode view) {
    Path input = save(quarter + ".input", files.path("input"), view.path("input").asText());
    Path plan = save(quarter + ".plan", files.path("plan"), view.path("sha256").asText());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder recompute =
        new ProcessBuilder(
                java.toString(), "-jar", recomputeJar.toString(), input.toString(), plan.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(quarter + ".recomputed.txt").toFile());
    try {
      Process process = recompute.start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("The recomputation does not start: " + recomputeJar, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Path save(String name, JsonNode file, String sha256) {
    byte[] content = api.download(file.path("link").asText());
    String digest = HexFormat.of().formatHex(Hashes.digest().digest(content));
    if (!digest.equals(sha256)) {
      throw new Api.Unexpected(name + " has the SHA-256 " + digest + ", the plan names " + sha256);
    }
    Path saved = folder.resolve(name);
    try {
      Files.write(saved, content);
    } catch (IOException e) {
      throw new UncheckedIOException("Not written: " + saved, e);
    }
    return saved;
  }
}
