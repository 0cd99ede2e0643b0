package org.firstbatch.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** DynamoDB Local and S3Proxy on this machine's files. */
public final class Servers implements AutoCloseable {

  /** The key that the stores take. */
  public static final String ACCESS_KEY = "local";

  /** Belongs to the key. */
  public static final String SECRET_KEY = "local-secret";

  private static final String LOGGING =
      """
      <configuration>
        <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d %level %logger %msg%n</pattern></encoder>
        </appender>
        <root level="WARN"><appender-ref ref="OUT"/></root>
      </configuration>
      """;

  /** Where DynamoDB Local keeps its files, below the data. */
  static final String TABLES = "dynamodb";

  private final ServerProcess dynamoDb;
  private final ServerProcess s3;

  private Servers(ServerProcess dynamoDb, ServerProcess s3) {
    this.dynamoDb = dynamoDb;
    this.s3 = s3;
  }

  /**
   * Starts both and returns once they take connections.
   *
   * @param root the checkout, in which the build has laid out the servers
   */
  public static Servers start(Path root, Path data, int dynamoDbPort, int s3Port) {
    ServerProcess dynamoDb = dynamoDb(root, data, dynamoDbPort);
    ServerProcess s3 = s3(root, data, s3Port);
    Servers servers = new Servers(dynamoDb, s3);
    try {
      dynamoDb.awaitPort(dynamoDbPort);
      s3.awaitPort(s3Port);
    } catch (RuntimeException e) {
      servers.close();
      throw e;
    }
    return servers;
  }

  private static Path libraries(Path root, String name) {
    return root.resolve("infra/servers").resolve(name).resolve("target/lib");
  }

  private static ServerProcess dynamoDb(Path root, Path data, int port) {
    Path libraries = libraries(root, "dynamodb");
    Path folder = folder(data.resolve(TABLES));
    return ServerProcess.start(
        "DynamoDB Local",
        libraries,
        data.resolve("log/dynamodb.log"),
        List.of("-Djava.library.path=" + libraries),
        List.of(
            "software.amazon.dynamodb.services.local.main.ServerRunner",
            "-sharedDb",
            "-disableTelemetry",
            "-dbPath",
            folder.toString(),
            "-port",
            Integer.toString(port)));
  }

  private static ServerProcess s3(Path root, Path data, int port) {
    Path objects = folder(data.resolve("s3"));
    Path properties = data.resolve("s3proxy.conf");
    Path logging = data.resolve("s3proxy-logback.xml");
    Kept.write(properties, properties(objects, port));
    Kept.write(logging, LOGGING);
    return ServerProcess.start(
        "S3Proxy",
        libraries(root, "s3"),
        data.resolve("log/s3proxy.log"),
        List.of("-Dlogback.configurationFile=" + logging),
        List.of("org.gaul.s3proxy.Main", "--properties", properties.toString()));
  }

  private static String properties(Path objects, int port) {
    return String.join(
        "\n",
        "s3proxy.endpoint=http://127.0.0.1:" + port,
        "s3proxy.authorization=aws-v2-or-v4",
        "s3proxy.identity=" + ACCESS_KEY,
        "s3proxy.credential=" + SECRET_KEY,
        "jclouds.provider=filesystem-nio2",
        "jclouds.identity=local",
        "jclouds.credential=local",
        "jclouds.filesystem.basedir=" + objects,
        "");
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Not made: " + folder, e);
    }
  }

  /** The processes. */
  public List<ServerProcess> all() {
    return List.of(dynamoDb, s3);
  }

  @Override
  public void close() {
    s3.close();
    dynamoDb.close();
  }
}
