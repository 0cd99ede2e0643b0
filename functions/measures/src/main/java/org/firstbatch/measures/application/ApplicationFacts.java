package org.firstbatch.measures.application;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on an application rests on. What the form lacks or nobody can read leaves the
 * rules that look at it undetermined.
 *
 * @param form the form by the paths of {@link ApplicationFact}, as people write it
 * @param evidence how many checked pieces each condition has; null where nobody has looked yet
 * @param districts the codes of the city's districts; null where they are not known
 * @param firstSubmitted the day of the first submission, when this is a later round; null otherwise
 */
public record ApplicationFacts(
    SortedMap<String, String> form,
    @Nullable Map<Condition, Integer> evidence,
    @Nullable SortedSet<String> districts,
    @Nullable LocalDate firstSubmitted) {
  public ApplicationFacts {
    form = Collections.unmodifiableSortedMap(new TreeMap<>(form));
    evidence = evidence == null ? null : copy(evidence);
    districts = districts == null ? null : new TreeSet<>(districts);
  }

  private static Map<Condition, Integer> copy(Map<Condition, Integer> evidence) {
    Map<Condition, Integer> copy = new EnumMap<>(Condition.class);
    copy.putAll(evidence);
    return Collections.unmodifiableMap(copy);
  }

  /** A form whose evidence nobody has looked at. */
  public static ApplicationFacts of(Map<String, String> form) {
    return new ApplicationFacts(new TreeMap<>(form), null, null, null);
  }

  /** A form and how many pieces of checked evidence each condition has. */
  public static ApplicationFacts of(Map<String, String> form, Map<Condition, Integer> checked) {
    return new ApplicationFacts(new TreeMap<>(form), checked, null, null);
  }

  /** The same where the city has these districts and no others. */
  public ApplicationFacts in(SortedSet<String> codes) {
    return new ApplicationFacts(form, evidence, codes, firstSubmitted);
  }

  /** The same in a later round of an application that was first submitted on a day. */
  public ApplicationFacts firstSubmittedOn(LocalDate day) {
    return new ApplicationFacts(form, evidence, districts, day);
  }

  /** What is wrong in the form, by path: fields that do not exist and values of the wrong kind. */
  public SortedMap<String, Text> findFaults() {
    SortedMap<String, Text> faults = new TreeMap<>();
    form.forEach((path, value) -> fault(path, value).ifPresent(fault -> faults.put(path, fault)));
    return faults;
  }

  private static Optional<Text> fault(String path, String value) {
    return ApplicationFact.find(path)
        .map(fact -> fact.findFault(value))
        .orElseGet(() -> Optional.of(Text.of("申请表没有这一栏", "the form has no such field")));
  }

  /** What a field says; empty when it is blank. */
  Optional<String> text(ApplicationFact fact) {
    return Optional.ofNullable(form.get(fact.path()))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  Optional<LocalDate> day(ApplicationFact fact) {
    return read(fact, ValueKind::day);
  }

  Optional<Money> amount(ApplicationFact fact) {
    return read(fact, ValueKind::amount);
  }

  Optional<Integer> count(ApplicationFact fact) {
    return read(fact, ValueKind::count);
  }

  Optional<Boolean> flag(ApplicationFact fact) {
    return read(fact, ValueKind::flag);
  }

  private <T> Optional<T> read(ApplicationFact fact, Function<String, Optional<T>> reader) {
    return text(fact).flatMap(reader);
  }
}
