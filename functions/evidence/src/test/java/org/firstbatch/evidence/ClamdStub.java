package org.firstbatch.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Speaks clamd's protocol for INSTREAM, one connection after another. */
final class ClamdStub implements AutoCloseable {

  private static final byte[] COMMAND = Samples.ascii("zINSTREAM\0");

  private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final Function<byte[], String> verdict;

  /**
   * @param verdict what is answered to content, without the ending zero; empty hangs up
   */
  ClamdStub(Function<byte[], String> verdict) throws IOException {
    this.verdict = verdict;
    Thread.ofVirtual().start(this::serve);
  }

  /** As ClamAV does with its test signature. */
  static String clamAv(byte[] content) {
    return Bytes.indexOf(content, eicar(), 0) >= 0
        ? "stream: Eicar-Test-Signature FOUND"
        : "stream: OK";
  }

  /** The EICAR test file, put together here so that no file of the repository holds it. */
  static byte[] eicar() {
    return Samples.ascii(
        "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException _) {
        // The client went away, or the stub was closed.
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    if (!Bytes.isAt(in.readNBytes(COMMAND.length), COMMAND, 0)) {
      return;
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      content.write(in.readNBytes(length));
    }
    String answer = verdict.apply(content.toByteArray());
    if (!answer.isEmpty()) {
      socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
    }
  }
}
