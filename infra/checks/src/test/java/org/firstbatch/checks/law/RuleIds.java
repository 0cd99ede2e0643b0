package org.firstbatch.checks.law;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The ids of all rules in the code: every string constant of a compiled class that has their form,
 * so that an id counts however it reaches its finding.
 *
 * @param ids like {@code 8.1.registered}
 * @param assembled constants from which an id may be put together at run time, which nobody could
 *     find
 */
record RuleIds(SortedSet<String> ids, SortedSet<String> assembled) {

  static final Pattern FORM = Pattern.compile("([0-9]{1,2})(?:[.][0-9])?[.][a-z][a-z-]*");

  /** A recipe of string concatenation marks its gaps with U+0001. */
  private static final Pattern PART = Pattern.compile("[0-9]{1,2}[.](?:[0-9][.])?[a-z-]*\1?.*");

  /** Of the measures, the functions and what they share; not of the tools beside them. */
  static RuleIds ofTheCode() {
    SortedSet<String> ids = new TreeSet<>();
    SortedSet<String> assembled = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.firstbatch")
            .stream()
            .filter(type -> !type.getPackageName().startsWith("org.firstbatch.local"))
            .flatMap(RuleIds::constants)
            .forEach(text -> add(text, ids, assembled));
    return new RuleIds(ids, assembled);
  }

  private static void add(String text, SortedSet<String> ids, SortedSet<String> assembled) {
    if (FORM.matcher(text).matches()) {
      ids.add(text);
    } else if (text.indexOf('\1') >= 0 && PART.matcher(text).matches()) {
      assembled.add(text.replace('\1', '…'));
    }
  }

  private static Stream<String> constants(JavaClass type) {
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return StreamSupport.stream(
              ClassFile.of().parse(in.readAllBytes()).constantPool().spliterator(), false)
          .filter(StringEntry.class::isInstance)
          .map(entry -> ((StringEntry) entry).stringValue());
    } catch (IOException e) {
      throw new UncheckedIOException(type.getName(), e);
    }
  }
}
