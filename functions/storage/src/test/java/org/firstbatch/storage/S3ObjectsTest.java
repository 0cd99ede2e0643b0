package org.firstbatch.storage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.contract.ObjectStoreContract;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.storage.server.S3Server;
import org.junit.jupiter.api.Test;

class S3ObjectsTest extends ObjectStoreContract {

  private final ObjectStore objects =
      new S3Objects(
          S3Server.get().client(), S3Server.get().presigner(), S3Server::name, Backoff.standard());

  @Override
  protected ObjectStore objects() {
    return objects;
  }

  @Override
  protected int upload(URI uri, Map<String, String> headers, byte[] body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod("PUT");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    headers.forEach(connection::setRequestProperty);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    return connection.getResponseCode();
  }

  @Override
  protected Optional<byte[]> download(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      return Optional.empty();
    }
    try (InputStream in = connection.getInputStream()) {
      return Optional.of(in.readAllBytes());
    }
  }

  @Test
  void shouldShowAFileInTheBrowserForAsLongAsTheLinkIsGiven() {
    URI link =
        objects.presignGet(new ObjectKey(Bucket.EVIDENCE, "a/规模"), "规模.pdf", Duration.ofMinutes(5));

    String query = URLDecoder.decode(link.getRawQuery(), StandardCharsets.UTF_8);
    assertTrue(
        query.contains("response-content-disposition=inline; filename*=UTF-8''%E8%A7%84"), query);
    assertTrue(query.contains("X-Amz-Expires=300"), query);
  }
}
