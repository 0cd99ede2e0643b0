package org.firstbatch.storage.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.firstbatch.casework.record.Table;
import org.firstbatch.storage.Clients;
import org.firstbatch.storage.StorageSettings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local in memory, with every table of the product under its label; started once. */
public final class DynamoDbServer {

  private static final class Holder {
    static final DynamoDbServer ONE = new DynamoDbServer();
  }

  private final URI endpoint;
  private final DynamoDbClient client;

  private DynamoDbServer() {
    int port = ServerProcess.freePort();
    endpoint = URI.create("http://127.0.0.1:" + port);
    Path libraries = ServerProcess.libraries("dynamodb");
    ServerProcess.start(
        libraries,
        ServerProcess.folder("dynamodb"),
        port,
        List.of("-Djava.library.path=" + libraries),
        List.of(
            "software.amazon.dynamodb.services.local.main.ServerRunner",
            "-inMemory",
            "-sharedDb",
            "-disableTelemetry",
            "-port",
            Integer.toString(port)));
    client =
        Clients.dynamoDb(
            new StorageSettings("cn-north-1", endpoint, null, false, "local", "local", 4));
    for (Table table : Table.values()) {
      Tables.create(client, table, table.label());
    }
  }

  /** The one of this process. */
  public static DynamoDbServer get() {
    return Holder.ONE;
  }

  public URI endpoint() {
    return endpoint;
  }

  public DynamoDbClient client() {
    return client;
  }
}
