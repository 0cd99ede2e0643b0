package org.firstbatch.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.firstbatch.local.screen.Trouble;
import org.firstbatch.local.template.TableSpec;

/**
 * For which tables and buckets a data folder was made. Functions that find others than they know
 * fail much later and in riddles, so a folder of another template is refused at once.
 */
public final class Layout {

  private final Path data;
  private final Path file;

  /**
   * @param data the folder in which everything is kept
   */
  public Layout(Path data) {
    this.data = data;
    this.file = data.resolve("layout");
  }

  /** Notes the layout in a folder that is new, and compares it in one that is not. */
  public void keep(List<TableSpec> tables, List<String> buckets) {
    List<String> declared = declared(tables, buckets);
    if (Files.exists(file) || hasStores()) {
      List<String> kept = Files.exists(file) ? kept() : List.of();
      if (!kept.equals(declared)) {
        throw of(kept, declared);
      }
    } else {
      Kept.write(file, String.join("\n", declared) + "\n");
    }
  }

  private static List<String> declared(List<TableSpec> tables, List<String> buckets) {
    return Stream.concat(
            tables.stream().map(Layout::table), buckets.stream().map(bucket -> "bucket " + bucket))
        .sorted()
        .toList();
  }

  private static String table(TableSpec table) {
    return "table %s %s %s %s"
        .formatted(table.name(), table.key(), table.indexes(), table.streamView());
  }

  /** Whether a server has kept something there. */
  private boolean hasStores() {
    Path tables = data.resolve(Servers.TABLES);
    if (!Files.isDirectory(tables)) {
      return false;
    }
    try (Stream<Path> files = Files.list(tables)) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException("Not listed: " + tables, e);
    }
  }

  private List<String> kept() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Not read: " + file, e);
    }
  }

  private Trouble of(List<String> kept, List<String> declared) {
    TreeSet<String> differ = new TreeSet<>(declared);
    differ.addAll(kept);
    differ.removeIf(line -> kept.contains(line) && declared.contains(line));
    String first = differ.isEmpty() ? "" : name(differ.first());
    return new Trouble(
        "%s was made for another template.yaml (%s differs): remove that folder to begin anew, or choose another place with -Dlocal.data=FOLDER."
            .formatted(data, first),
        "%s 是按另一版 template.yaml 建立的（%s 不同）：请删除该目录重新开始，或用 -Dlocal.data=目录 另选位置。"
            .formatted(data, first));
  }

  /** Of a line, what it is about. */
  private static String name(String line) {
    String[] words = line.split(" ", 3);
    return words[0] + " " + words[Math.min(1, words.length - 1)];
  }
}
