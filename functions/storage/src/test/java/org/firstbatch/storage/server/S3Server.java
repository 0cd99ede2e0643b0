package org.firstbatch.storage.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.storage.Clients;
import org.firstbatch.storage.StorageSettings;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * S3Proxy on a temporary folder, checking signatures, with every bucket of the product under its
 * label; started once.
 */
public final class S3Server {

  private static final class Holder {
    static final S3Server ONE = new S3Server();
  }

  private final StorageSettings settings;
  private final S3Client client;

  private S3Server() {
    int port = ServerProcess.freePort();
    settings =
        new StorageSettings(
            "cn-north-1",
            null,
            URI.create("http://127.0.0.1:" + port),
            true,
            "local",
            "local-secret",
            4);
    try {
      Path folder = ServerProcess.folder("s3");
      Path data = Files.createDirectory(folder.resolve("data"));
      Path properties = Files.writeString(folder.resolve("s3proxy.conf"), properties(data));
      Path logging = Files.writeString(folder.resolve("logback.xml"), LOGGING);
      ServerProcess.start(
          ServerProcess.libraries("s3"),
          folder,
          port,
          List.of("-Dlogback.configurationFile=" + logging),
          List.of("org.gaul.s3proxy.Main", "--properties", properties.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client = Clients.s3(settings);
    for (Bucket bucket : Bucket.values()) {
      client.createBucket(create -> create.bucket(name(bucket)));
    }
  }

  /** The one of this process. */
  public static S3Server get() {
    return Holder.ONE;
  }

  /** What a bucket is called here: S3 takes no name of fewer than three characters. */
  public static String name(Bucket bucket) {
    return "firstbatch-" + bucket.label();
  }

  public StorageSettings settings() {
    return settings;
  }

  public S3Client client() {
    return client;
  }

  public S3Presigner presigner() {
    return Clients.presigner(settings);
  }

  private static final String LOGGING =
      """
      <configuration>
        <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d %level %logger %msg%n</pattern></encoder>
        </appender>
        <root level="WARN"><appender-ref ref="OUT"/></root>
      </configuration>
      """;

  private String properties(Path data) {
    return String.join(
        "\n",
        "s3proxy.endpoint=" + settings.s3Endpoint(),
        "s3proxy.authorization=aws-v2-or-v4",
        "s3proxy.identity=" + settings.accessKeyId(),
        "s3proxy.credential=" + settings.secretAccessKey(),
        "jclouds.provider=filesystem-nio2",
        "jclouds.identity=local",
        "jclouds.credential=local",
        "jclouds.filesystem.basedir=" + data,
        "");
  }
}
