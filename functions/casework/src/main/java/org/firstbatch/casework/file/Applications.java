package org.firstbatch.casework.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.application.ConditionFinding;
import org.firstbatch.measures.calendar.Shanghai;
import org.jspecify.annotations.Nullable;

/** Applications for certification (第八条 to 第十条), kept by the application function. */
public final class Applications {

  /** An application. */
  public static final Kind<Application> APPLICATION =
      new Kind<>("application", 2, Application.class, Applications::upcast);

  private Applications() {}

  /** Schema 1 knew one person a stage, and not who had it in hand before. */
  private static ObjectNode upcast(int schema, ObjectNode content) {
    content.putObject("handlers");
    content
        .path("persons")
        .properties()
        .forEach(
            taken -> taken.setValue(JsonNodeFactory.instance.arrayNode().add(taken.getValue())));
    return content;
  }

  /**
   * Where an application is in its life. CERTIFIED is never stored: an ASSESSED application is
   * certified once the list that names it is published.
   */
  public enum State {
    DRAFT,
    SUBMITTED,
    RETURNED,
    CONFIRMED,
    DECLINED,
    ASSIGNED,
    SUPPLEMENT,
    ASSESSED,
    CERTIFIED,
    REFUSED,
    LAPSED,
    WITHDRAWN
  }

  /** The acts of which nobody takes two on one application. */
  public enum Stage {
    CONFIRM,
    ASSIGN,
    ASSESS,
    PUBLISH
  }

  /**
   * An application.
   *
   * @param id {@code a} and twenty hexadecimal digits
   * @param enterprise the applicant's credit code
   * @param state where it is
   * @param form the present form: by the dotted path of its fact, as people write it
   * @param changedIn the record version in which each field of the form was last changed
   * @param filed what the submissions fixed; null for a draft
   * @param turn whose turn it is
   * @param handlers by organisation, who had it in hand there last; nobody for one that left it
   *     unassigned
   * @param open what the applicant may change now; null unless it is returned or a supplement was
   *     asked for
   * @param persons everybody who ever took a stage, the latest last: a stage that was taken again,
   *     for example because an evaluator declined, does not free who took it before
   * @param confirmation what the district found; null before
   * @param assessment what the evaluator found; null before
   * @param evaluator the organisation that assesses; null before it is assigned
   * @param closing why it ended without a certificate; null otherwise
   * @param list the document number of the list that is to certify it; null otherwise
   */
  public record Application(
      String id,
      String enterprise,
      State state,
      SortedMap<String, String> form,
      Map<String, Long> changedIn,
      @Nullable Filed filed,
      Turn turn,
      Map<String, String> handlers,
      @Nullable Open open,
      Map<Stage, List<String>> persons,
      @Nullable Confirmation confirmation,
      @Nullable Assessment assessment,
      @Nullable String evaluator,
      @Nullable Closing closing,
      @Nullable String list) {
    public Application {
      form = new TreeMap<>(form);
      changedIn = Map.copyOf(changedIn);
      handlers = Map.copyOf(handlers);
      EnumMap<Stage, List<String>> taken = new EnumMap<>(Stage.class);
      persons.forEach((stage, all) -> taken.put(stage, List.copyOf(all)));
      persons = Collections.unmodifiableMap(taken);
    }

    /** The stage beside another that a person ever took: nobody takes two. */
    public Optional<Stage> stageBeside(Stage wanted, String person) {
      return persons.entrySet().stream()
          .filter(taken -> taken.getKey() != wanted && taken.getValue().contains(person))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    /** Who took a stage last; empty where nobody has. */
    public Optional<String> whoTook(Stage stage) {
      List<String> all = persons.getOrDefault(stage, List.of());
      return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** A field of the form; empty when it is not filled in. */
    public String field(String path) {
      return form.getOrDefault(path, "");
    }

    /** The applicant and who assesses it: whoever stands close to either decides nothing on it. */
    public List<String> parties() {
      return evaluator == null ? List.of(enterprise) : List.of(enterprise, evaluator);
    }

    /** Whether the applicant has it in hand: it is their turn. */
    public boolean isWithApplicant() {
      return turn.organisation().equals(enterprise);
    }

    /**
     * Where it is on a day: what its day has passed has lapsed, also before that is written down. A
     * list is not looked at: {@link Applications#stateOf}.
     */
    public State stateOn(LocalDate day) {
      return ApplicationRows.stateOn(state, open == null ? null : open.until(), day);
    }

    /**
     * Whether the applicant may change a field, or as {@code evidence.SIZE} a condition's evidence,
     * on a day.
     */
    public boolean isOpen(String path, LocalDate day) {
      return switch (stateOn(day)) {
        case DRAFT -> true;
        case RETURNED, SUPPLEMENT ->
            isWithApplicant() && open != null && open.fields().containsKey(path);
        default -> false;
      };
    }
  }

  /**
   * What the submissions fixed.
   *
   * @param round how many submissions there were
   * @param district the district of the first submission: the case stays with it
   * @param noticeYear the year whose notice the case keeps
   * @param notice the text of that notice, as it was at the first submission
   * @param submittedAt the gateway's instant of the latest submission
   */
  public record Filed(
      int round, String district, int noticeYear, String notice, Instant submittedAt) {}

  /**
   * Whose turn it is.
   *
   * @param organisation a credit code, a district's code, an evaluator's number or {@code
   *     commission}; empty when it is over
   * @param handler the person who took it over; null while nobody has
   * @param since since when it is their turn
   * @param due by when, a day in Shanghai; null where no day is set or it is not determined yet
   * @param days the working days that it has, counted from {@code since}; null where the day does
   *     not follow from working days
   * @param daysLeft the working days that the stage had left when its clock was stopped; null while
   *     it is running
   */
  public record Turn(
      String organisation,
      @Nullable String handler,
      Instant since,
      @Nullable LocalDate due,
      @Nullable Integer days,
      @Nullable Integer daysLeft) {

    /** A turn for which no day is set. */
    public static Turn of(String organisation, Instant since) {
      return new Turn(organisation, null, since, null, null, null);
    }

    /**
     * Whether the last day is not determined: there are working days to count, and when the turn
     * began the calendar was not known that far.
     */
    public boolean isUndetermined() {
      return due == null && days != null;
    }

    /** The same turn, in somebody's hands. */
    public Turn inHandsOf(@Nullable String person) {
      return new Turn(organisation, person, since, due, days, daysLeft);
    }

    /** The same turn, once its last day is determined. */
    public Turn dueOn(LocalDate day) {
      return new Turn(organisation, handler, since, day, days, daysLeft);
    }

    /** The same turn, during which the clock of another stage stands. */
    public Turn keeping(@Nullable Integer left) {
      return new Turn(organisation, handler, since, due, days, left);
    }
  }

  /**
   * What the applicant may change.
   *
   * @param fields the open fields of the form and, as {@code evidence.SIZE}, conditions whose
   *     evidence is open, each with the reason
   * @param until the last day; the application lapses after it; null while the Commission has not
   *     passed the evaluator's request on to the applicant
   */
  public record Open(SortedMap<String, String> fields, @Nullable LocalDate until) {
    public Open {
      fields = new TreeMap<>(fields);
    }
  }

  /**
   * What the district found.
   *
   * @param findings one a condition
   * @param opinion in words
   * @param at when
   */
  public record Confirmation(List<ConditionFinding> findings, String opinion, Instant at) {
    public Confirmation {
      findings = List.copyOf(findings);
    }
  }

  /**
   * What the evaluator found.
   *
   * @param findings one a condition
   * @param recommended whether the evaluator recommends the certificate
   * @param opinion in words
   * @param at when
   */
  public record Assessment(
      List<ConditionFinding> findings, boolean recommended, String opinion, Instant at) {
    public Assessment {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Why an application ended without a certificate.
   *
   * @param article the article it rests on; null for a withdrawal or a lapse
   * @param ground why
   * @param at when
   */
  public record Closing(@Nullable String article, String ground, Instant at) {}

  /** The application of an id. */
  public static Optional<Stored<Application>> find(Records records, String scheme, String id) {
    return records.find(key(scheme, id)).map(APPLICATION::read);
  }

  /** Where an application is at an instant: lapsed by its date, certified by its list. */
  public static State stateOf(Records records, String scheme, Application application, Instant at) {
    String list = application.list();
    return list != null && isPublished(records, scheme, list)
        ? State.CERTIFIED
        : application.stateOn(Shanghai.dayOf(at));
  }

  private static boolean isPublished(Records records, String scheme, String list) {
    return records
        .find(Certificates.listKey(scheme, list))
        .filter(record -> Certificates.LIST.read(record).value().isPublished())
        .isPresent();
  }

  public static RecordKey key(String scheme, String id) {
    return new RecordKey(
        Table.APPLICATIONS, RecordKey.join(scheme, "application", id), "application");
  }
}
