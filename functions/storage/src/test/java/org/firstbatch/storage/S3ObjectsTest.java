package org.firstbatch.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.contract.ObjectStoreContract;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.storage.server.S3Server;

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
}
