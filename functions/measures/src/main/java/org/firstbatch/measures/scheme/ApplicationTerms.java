package org.firstbatch.measures.scheme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firstbatch.measures.datafile.Canonical;
import org.firstbatch.measures.identity.Names;
import org.firstbatch.measures.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a yearly notice says about applications (第八条, 第九条) and about the price from which terms may
 * be negotiated (第四条).
 *
 * @param materials the materials that it requires, by the condition they are to show
 * @param industries the industries that it supports; empty for all
 * @param window when applications are taken; null for always
 * @param workingDays the working days that it sets for stages; the others stay as the edition has
 *     them
 * @param unitPriceThreshold the unit price from which a class may be negotiated; null for any
 * @param further the conditions of 第八条（六）
 */
public record ApplicationTerms(
    SortedMap<Condition, List<String>> materials,
    List<String> industries,
    @Nullable Window window,
    SortedMap<HandlingStage, Integer> workingDays,
    @Nullable Money unitPriceThreshold,
    List<String> further)
    implements Canonical {

  public ApplicationTerms {
    materials = copyOfLists(materials);
    industries = List.copyOf(industries);
    workingDays = Collections.unmodifiableSortedMap(new TreeMap<>(workingDays));
    further = List.copyOf(further);
  }

  private static SortedMap<Condition, List<String>> copyOfLists(
      Map<Condition, List<String>> materials) {
    SortedMap<Condition, List<String>> copy = new TreeMap<>();
    materials.forEach((condition, names) -> copy.put(condition, List.copyOf(names)));
    return Collections.unmodifiableSortedMap(copy);
  }

  /** First and last day on which applications are taken; the last day moves like any last day. */
  public record Window(LocalDate opens, LocalDate closes) {}

  /** Nothing is said: one material a condition, every industry, always open, no threshold. */
  static ApplicationTerms silent() {
    return new ApplicationTerms(new TreeMap<>(), List.of(), null, new TreeMap<>(), null, List.of());
  }

  /** When applications are taken; empty for always. */
  public Optional<Window> findWindow() {
    return Optional.ofNullable(window);
  }

  /** The unit price from which a class may be negotiated; empty for any. */
  public Optional<Money> findUnitPriceThreshold() {
    return Optional.ofNullable(unitPriceThreshold);
  }

  /** The materials required for a condition, in the notice's order. */
  public List<String> materials(Condition condition) {
    return materials.getOrDefault(condition, List.of());
  }

  /**
   * How many pieces of evidence a condition needs: one, or as many as the notice names materials;
   * none for further conditions of which the notice says nothing.
   */
  public int requiredPieces(Condition condition) {
    int named = materials(condition).size();
    return condition == Condition.FURTHER && further.isEmpty() ? named : Math.max(1, named);
  }

  /** Whether an industry is supported. */
  public boolean supports(String industry) {
    return industries.isEmpty()
        || industries.stream().anyMatch(supported -> Names.same(supported, industry));
  }

  @Override
  public String canonicalText() {
    StringBuilder out = new StringBuilder();
    materials.forEach(
        (condition, names) ->
            names.forEach(name -> line(out, "material " + condition.name(), name)));
    industries.forEach(industry -> line(out, "industry", industry));
    findWindow()
        .ifPresent(
            days ->
                line(
                    out,
                    "application-window",
                    "from %s to %s".formatted(days.opens(), days.closes())));
    workingDays.forEach((stage, days) -> line(out, "working-days " + stage.key(), "" + days));
    findUnitPriceThreshold()
        .ifPresent(threshold -> line(out, "unit-price-threshold", threshold.toString()));
    further.forEach(condition -> line(out, "further", condition));
    return out.toString();
  }

  private static void line(StringBuilder out, String key, String rest) {
    out.append(key).append(' ').append(rest).append('\n');
  }
}
