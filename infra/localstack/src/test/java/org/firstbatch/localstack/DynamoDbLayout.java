package org.firstbatch.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Puts DynamoDB Local and a JDK where LocalStack's installer would have put them, so that nothing
 * is fetched.
 */
final class DynamoDbLayout {

  private static final String JARS = "DynamoDBLocal_lib";

  private DynamoDbLayout() {}

  /**
   * Lays it out.
   *
   * @param lib LocalStack's folder of installed packages
   */
  static void lay(Path lib) throws IOException {
    Path dynamoDb = Files.createDirectories(lib.resolve("dynamodb-local/2"));
    Path jars = Project.root().resolve("infra/servers/dynamodb/target/lib");
    Files.createSymbolicLink(dynamoDb.resolve(JARS), jars);
    Path java = Files.createDirectories(lib.resolve("java"));
    Files.createSymbolicLink(java.resolve("21"), Path.of(System.getProperty("java.home")));
    writeMain(dynamoDb.resolve("DynamoDBLocal.jar"), jars);
    writeAgent(dynamoDb.resolve("ddb-local-loader-0.1.jar"));
  }

  private static void writeMain(Path jar, Path jars) throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      Manifest manifest = manifest();
      manifest
          .getMainAttributes()
          .put(
              Attributes.Name.MAIN_CLASS,
              "software.amazon.dynamodb.services.local.main.ServerRunner");
      manifest
          .getMainAttributes()
          .put(
              Attributes.Name.CLASS_PATH,
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".jar"))
                  .sorted()
                  .map(name -> JARS + "/" + name)
                  .collect(Collectors.joining(" ")));
      try (OutputStream out = Files.newOutputStream(jar)) {
        new JarOutputStream(out, manifest).close();
      }
    }
  }

  /** LocalStack starts it with an agent of its own, which only works around a fault in old ones. */
  private static void writeAgent(Path jar) throws IOException {
    Manifest manifest = manifest();
    manifest.getMainAttributes().putValue("Premain-Class", NoAgent.class.getName());
    String entry = NoAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream agent = new JarOutputStream(out, manifest);
        InputStream classFile = NoAgent.class.getClassLoader().getResourceAsStream(entry)) {
      if (classFile == null) {
        throw new UncheckedIOException(new IOException(entry + " is not on the class path"));
      }
      agent.putNextEntry(new ZipEntry(entry));
      classFile.transferTo(agent);
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    return manifest;
  }
}
