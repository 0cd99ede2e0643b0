package org.firstbatch.measures.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.datafile.BrokenFileException;
import org.firstbatch.measures.datafile.Canonical;
import org.firstbatch.measures.datafile.DataFile;

/**
 * One issue of the Measures in one city. For a policy the values of its signing day count; the
 * options on which an allocation hangs are fixed for a fiscal year.
 *
 * @param scheme identifies the scheme in keys, routes and records
 * @param number of the edition, 1 or more
 * @param issued the day of issue, which is the first day in force
 * @param lastDay the last day in force, whole
 */
public record Edition(
    String scheme,
    int number,
    LocalDate issued,
    LocalDate lastDay,
    Parameters parameters,
    DatedOptions datedOptions)
    implements Canonical {

  /**
   * Reads an edition.
   *
   * @param name what errors call the text, for example its file
   * @throws BrokenFileException naming file, line, key and what was expected
   */
  public static Edition parse(String name, String text) {
    return EditionReader.read(DataFile.of(name, text));
  }

  /** The editions that ship with the law. */
  public static List<Edition> shipped() {
    return DataFile.resource("scheme/index.txt").lines().stream()
        .map(line -> EditionReader.read(DataFile.resource("scheme/" + line.rest(1) + ".txt")))
        .toList();
  }

  /** The edition of a scheme that ships with the law. */
  public static Optional<Edition> findShipped(String scheme) {
    return shipped().stream().filter(edition -> edition.scheme().equals(scheme)).findFirst();
  }

  public boolean isInForce(LocalDate day) {
    return !day.isBefore(issued) && !day.isAfter(lastDay);
  }

  /** The options that count on a day. */
  public Options options(LocalDate on) {
    return datedOptions.on(on);
  }

  /**
   * The options of a fiscal year's allocation. Of the other options these are the answers of the
   * year's first day, or of the day of issue in the year of issue.
   */
  public Options options(FiscalYear year) {
    return datedOptions.on(year.firstDay().isBefore(issued) ? issued : year.firstDay());
  }

  /** The edition without its options, which have a hash of their own. */
  @Override
  public String canonicalText() {
    return "scheme %s\nedition %d\nissued %s\nlast-day %s\n%s"
        .formatted(scheme, number, issued, lastDay, parameters.canonicalText());
  }
}
