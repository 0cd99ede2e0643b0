package org.firstbatch.evidence;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstbatch.casework.problem.RetryableFault;

/**
 * Asks ClamAV's daemon over TCP: INSTREAM takes chunks, each behind its length, and answers in one
 * line. Whatever is no verdict is a fault to try again, never a pass.
 */
public final class ClamdScanner implements Scanner {

  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_ANSWER = 4096;
  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

  private final String host;
  private final int port;
  private final Duration patience;

  /**
   * @param address host:port
   * @param patience how long to wait for the connection, and for the answer
   */
  public ClamdScanner(String address, Duration patience) {
    int colon = address.lastIndexOf(':');
    if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("The scanner's address is not host:port: " + address);
    }
    this.host = address.substring(0, colon);
    this.port = Integer.parseInt(address.substring(colon + 1));
    this.patience = patience;
  }

  @Override
  public Verdict scan(byte[] content) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      send(new DataOutputStream(socket.getOutputStream()), content);
      return verdict(answer(socket));
    } catch (IOException e) {
      throw new RetryableFault("The scanner at " + host + ":" + port + " cannot be used", e);
    }
  }

  private static void send(DataOutputStream out, byte[] content) throws IOException {
    out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    for (int from = 0; from < content.length; from += CHUNK) {
      int length = Math.min(CHUNK, content.length - from);
      out.writeInt(length);
      out.write(content, from, length);
    }
    out.writeInt(0);
    out.flush();
  }

  private static String answer(Socket socket) throws IOException {
    byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
    return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  private static Verdict verdict(String answer) {
    if (answer.equals("stream: OK")) {
      return new Clean();
    }
    Matcher found = FOUND.matcher(answer);
    if (found.matches()) {
      return new Infected(found.group(1));
    }
    throw new RetryableFault("The scanner gave no verdict: \"" + answer + "\"");
  }
}
