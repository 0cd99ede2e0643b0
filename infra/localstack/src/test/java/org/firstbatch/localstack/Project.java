package org.firstbatch.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.Template;

/** The files of this checkout. */
final class Project {

  /** Any region of the plain partition: LocalStack knows no other partition. */
  static final String REGION = "us-east-1";

  private Project() {}

  /** The folder of this module. */
  static Path folder() {
    return Path.of(System.getProperty("localstack.folder", "")).toAbsolutePath();
  }

  static Path root() {
    return folder().resolve("../..").normalize();
  }

  static List<FunctionSpec> functions() {
    return Template.read(root().resolve("template.yaml"), "firstbatch", REGION, Map.of())
        .functions();
  }

  /** The jar by handler class. */
  static Map<String, Path> jars() {
    return functions().stream().collect(Collectors.toMap(FunctionSpec::handler, FunctionSpec::jar));
  }

  /** An example event of this checkout. */
  static JsonNode event(String name) {
    try {
      return Json.object(Files.readString(root().resolve("events").resolve(name + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The resource types that LocalStack lacks, and that the test passes over. */
  static List<String> unsupportedTypes() {
    try {
      return Files.readAllLines(folder().resolve("unsupported-types.txt")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
