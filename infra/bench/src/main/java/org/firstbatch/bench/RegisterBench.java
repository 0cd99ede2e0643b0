package org.firstbatch.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.firstbatch.casework.record.Table;
import org.firstbatch.storage.Backoff;
import org.firstbatch.storage.DynamoRecords;
import org.firstbatch.storage.server.DynamoDbServer;
import org.firstbatch.storage.server.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Registering a policy through the handler, from the gateway's event to the answer's JSON, against
 * the bare SDK. After each registration the requests that it made are made once more, ready built,
 * by the same client on tables of their own; so the peer is spared everything but the calls. In the
 * end the tables of both hold the same items.
 */
public final class RegisterBench implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Again again = new Again(RegisterBench::bare);
  private final DynamoDbClient client = Counting.client(DynamoDbServer.get().endpoint(), again);
  private final RegisterCase given = new RegisterCase();
  private final PolicyHandler handler = new PolicyHandler(client);
  private int number;

  RegisterBench() throws IOException {
    for (Table table : Table.values()) {
      Tables.create(client, table, bare(table.label()));
    }
    put(Table::label);
    put(table -> bare(table.label()));
  }

  private static String bare(String table) {
    return "bare-" + table;
  }

  private void put(Function<Table, String> names) {
    new DynamoRecords(client, names, Backoff.standard(), 1).putAll(given.registers());
  }

  /** Takes how many registrations to begin with, and how many to measure then. */
  public static void main(String[] args) throws Exception {
    try (RegisterBench bench = new RegisterBench()) {
      bench.measure(Integer.parseInt(args[0]));
      System.out.println(table(bench.measure(Integer.parseInt(args[1]))));
      System.out.printf("%,d items equal; requests: %s%n", bench.requireSameItems(), bench.heard());
    }
  }

  /** Nanoseconds of the clock, and of this thread on a processor. */
  record Measured(Rounds wall, Rounds cpu) {}

  static org.firstbatch.bench.Table table(Measured measured) {
    var table =
        new org.firstbatch.bench.Table(
            "%,d pairs".formatted(measured.wall.ours().size()),
            "handler ms",
            "bare SDK ms",
            "times as long");
    row(table, "p50", measured.wall, 50);
    row(table, "p90", measured.wall, 90);
    row(table, "CPU of the thread, p50", measured.cpu, 50);
    return table;
  }

  private static void row(
      org.firstbatch.bench.Table table, String name, Rounds rounds, int percent) {
    double ours = rounds.ours().percentileMillis(percent);
    double peers = rounds.peers().percentileMillis(percent);
    table.row(
        name, "%.2f".formatted(ours), "%.2f".formatted(peers), "%.2f".formatted(ours / peers));
  }

  Measured measure(int pairs) throws Exception {
    long[][] wall = new long[2][pairs];
    long[][] cpu = new long[2][pairs];
    for (int i = 0; i < pairs; i++) {
      byte[] event = given.event(++number);
      again.listen();
      byte[][] answer = new byte[1][];
      time(wall[0], cpu[0], i, () -> answer[0] = handler.handle(event));
      List<Runnable> calls = again.calls(client);
      time(wall[1], cpu[1], i, () -> calls.forEach(Runnable::run));
      PolicyHandler.requireCreated(answer[0]);
    }
    return new Measured(rounds(wall), rounds(cpu));
  }

  private static void time(long[] wall, long[] cpu, int round, Rounds.Work work) throws Exception {
    long before = THREADS.getCurrentThreadCpuTime();
    wall[round] = Rounds.nanos(work);
    cpu[round] = THREADS.getCurrentThreadCpuTime() - before;
  }

  private static Rounds rounds(long[][] nanos) {
    return new Rounds(Rounds.Samples.of(nanos[0]), Rounds.Samples.of(nanos[1]));
  }

  /** The requests of the latest registration. */
  List<String> heard() {
    return again.heard();
  }

  /** How many items each of both has in its tables; refuses to go on where they differ. */
  int requireSameItems() {
    int items = 0;
    for (Table table : Table.values()) {
      Set<Map<String, AttributeValue>> ours = items(table.label());
      if (!ours.equals(items(bare(table.label())))) {
        throw new IllegalStateException("The items in " + table + " differ");
      }
      items += ours.size();
    }
    return items;
  }

  private Set<Map<String, AttributeValue>> items(String table) {
    Set<Map<String, AttributeValue>> items = new HashSet<>();
    client
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .forEach(items::add);
    return items;
  }

  DynamoDbClient client() {
    return client;
  }

  @Override
  public void close() {
    handler.close();
    client.close();
  }
}
