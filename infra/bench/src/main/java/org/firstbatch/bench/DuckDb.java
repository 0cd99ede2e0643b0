package org.firstbatch.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.Line;
import org.firstbatch.measures.allocation.Lines;

/** The peer: the same claims in DuckDB's own tables in memory, allocated by allocate.sql. */
final class DuckDb implements AutoCloseable {

  private final Connection connection;
  private final String sql;

  DuckDb(AllocateCase given) throws SQLException, IOException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET threads = 2");
    load(given);
    long before = given.awarded().stream().mapToLong(Awarded::fen).sum();
    sql =
        sql()
            .replace("$cap", Long.toString(given.terms().cap()))
            .replace("$budget", Long.toString(given.terms().budget() - before));
  }

  private static String sql() throws IOException {
    try (InputStream in = DuckDb.class.getResourceAsStream("allocate.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void execute(String statement) throws SQLException {
    try (Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private void load(AllocateCase given) throws SQLException {
    execute(
        "CREATE TABLE claim (id INTEGER, enterprise VARCHAR, insurer VARCHAR, policy VARCHAR,"
            + " insured BIGINT, received BIGINT, outstanding BIGINT, ready BOOLEAN)");
    execute("CREATE TABLE awarded (enterprise VARCHAR, fen BIGINT)");
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    try (DuckDBAppender rows = duck.createAppender("main", "claim")) {
      int id = 0;
      for (Claim claim : given.claims()) {
        append(rows, id++, claim);
      }
    }
    try (DuckDBAppender rows = duck.createAppender("main", "awarded")) {
      for (Awarded awarded : given.awarded()) {
        rows.beginRow().append(awarded.enterprise()).append(awarded.fen()).endRow();
      }
    }
  }

  private static void append(DuckDBAppender rows, int id, Claim claim) throws SQLException {
    rows.beginRow()
        .append(id)
        .append(claim.enterprise())
        .append(claim.insurer())
        .append(claim.policy())
        .append(claim.insured())
        .append(claim.received())
        .append(claim.outstanding())
        .append(claim.isReady())
        .endRow();
  }

  void allocate() throws SQLException {
    execute(sql);
  }

  /** The number of lines, once every one of them has been found equal. */
  int requireEqual(AllocateCase given, Lines lines) throws SQLException {
    try (Statement read = connection.createStatement();
        ResultSet rows = read.executeQuery("SELECT * FROM plan")) {
      int at = 0;
      while (rows.next()) {
        requireEqual(given, lines.get(at), rows, at);
        at++;
      }
      if (at != lines.size()) {
        throw new IllegalStateException("%d rows for %d lines".formatted(at, lines.size()));
      }
      return at;
    }
  }

  private static void requireEqual(AllocateCase given, Line line, ResultSet row, int at)
      throws SQLException {
    boolean equal =
        given.claims().get(row.getInt(1)).equals(line.claim())
            && row.getLong(2) == line.capLeft()
            && row.getLong(3) == line.budgetLeft()
            && row.getLong(4) == line.award()
            && row.getString(5).equals(line.outcome().name());
    if (!equal) {
      throw new IllegalStateException(
          "line %d: DuckDB has %d %d %d %s for claim %d, we have %s"
              .formatted(
                  at,
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getString(5),
                  row.getInt(1),
                  line));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
