package org.firstbatch.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.Template;

/** The files of this checkout. */
public final class Checkout {

  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", ".idea", ".vscode", "node_modules", ".venv", "__pycache__");

  private Checkout() {}

  public static Path root() {
    return Path.of(System.getProperty("checks.root", "../..")).toAbsolutePath().normalize();
  }

  static String version() {
    return System.getProperty("checks.version", "");
  }

  public static Path template() {
    return root().resolve("template.yaml");
  }

  public static List<FunctionSpec> functions() {
    return Template.read(template(), "firstbatch", "cn-north-1", Map.of()).functions();
  }

  /** The types of the journal's entries that a function hears of, by the template's rules. */
  public static Set<String> heardBy(String name) {
    Set<String> heard = new TreeSet<>();
    functions().stream()
        .filter(function -> function.name().equals(name))
        .flatMap(function -> function.rules().stream())
        .map(rule -> rule.pattern().root().at("/detail/dynamodb/NewImage/type/S"))
        .forEach(types -> types.forEach(type -> heard.add(type.asText())));
    return heard;
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The text of a file, whatever its encoding: enough to look for ASCII in it. */
  static String ascii(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** Every file below a folder that is not made by a build. */
  public static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Ours(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static final class Ours extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Ours(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return NOT_OURS.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // In a worktree .git is a file that names its place.
      if (attributes.isRegularFile() && !file.getFileName().toString().equals(".git")) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
