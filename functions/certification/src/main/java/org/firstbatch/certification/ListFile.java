package org.firstbatch.certification;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.problem.FieldError;

/**
 * The CSV of a published list: a header that names columns in any order, then one row a
 * certificate. Rows are numbered as a spreadsheet shows them, the header being row 1.
 */
final class ListFile {

  static final int MOST_ROWS = 2_000;

  private final List<FieldError> errors;
  private final List<Row> rows = new ArrayList<>();

  private ListFile(List<FieldError> errors) {
    this.errors = errors;
  }

  /**
   * A row.
   *
   * @param number as a spreadsheet shows it
   * @param values by column; a column that the header does not name, or an empty cell, is missing
   */
  record Row(int number, Map<Column, String> values) {
    String value(Column column) {
      return values.getOrDefault(column, "");
    }
  }

  /** Reads the text; what is wrong with it as a table is added to the errors. */
  static List<Row> read(String csv, List<FieldError> errors) {
    ListFile file = new ListFile(errors);
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(withoutMark(csv))) {
      file.read(reader);
    } catch (CsvParseException e) {
      errors.add(
          new FieldError(
              "/csv", "不是有效的 CSV：" + e.getMessage(), "not valid CSV: " + e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.rows;
  }

  private static String withoutMark(String csv) {
    return csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
  }

  private void read(CsvReader<CsvRecord> reader) {
    List<Column> header = List.of();
    int number = 0;
    for (CsvRecord record : reader) {
      number++;
      if (number == 1) {
        header = header(record);
      } else if (!isBlank(record)) {
        rows.add(row(number, record, header));
      }
      if (rows.size() > MOST_ROWS) {
        errors.add(
            new FieldError(
                "/csv",
                "至多 " + MOST_ROWS + " 行，请分成几个名单导入",
                "at most " + MOST_ROWS + " rows; import it as several lists"));
        return;
      }
    }
    if (rows.isEmpty()) {
      errors.add(new FieldError("/csv", "名单中没有证书", "the list has no certificate"));
    }
  }

  private static boolean isBlank(CsvRecord record) {
    return record.getFields().stream().allMatch(String::isBlank);
  }

  private List<Column> header(CsvRecord record) {
    List<Column> columns = new ArrayList<>();
    for (String heading : record.getFields()) {
      columns.add(column(heading, columns));
    }
    for (Column column : Column.values()) {
      if (column.isRequired() && !columns.contains(column)) {
        errors.add(
            new FieldError(
                "/csv/1",
                "表头缺少列“" + column.heading() + "”",
                "the header lacks the column " + column.heading()));
      }
    }
    return columns;
  }

  private Column column(String heading, List<Column> before) {
    Column column = Column.find(plain(heading));
    if (column == Column.UNKNOWN) {
      errors.add(
          new FieldError(
              "/csv/1",
              "不认识的列“" + heading + "”，应为：" + Column.headings(),
              "unknown column \"" + heading + "\"; there are " + Column.headings()));
    } else if (before.contains(column)) {
      errors.add(
          new FieldError(
              "/csv/1", "列“" + heading + "”出现两次", "the column " + heading + " is there twice"));
    }
    return column;
  }

  private Row row(int number, CsvRecord record, List<Column> header) {
    Map<Column, String> values = new EnumMap<>(Column.class);
    for (int i = 0; i < record.getFieldCount(); i++) {
      String value = Normalizer.normalize(record.getField(i), Normalizer.Form.NFC).strip();
      if (i < header.size() && !value.isEmpty()) {
        values.put(header.get(i), value);
      } else if (!value.isEmpty()) {
        errors.add(
            new FieldError(
                "/csv/" + number,
                "第 " + number + " 行的列比表头多",
                "row " + number + " has more columns than the header"));
      }
    }
    return new Row(number, values);
  }

  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]+", "");
  }
}
