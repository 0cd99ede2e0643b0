package org.firstbatch.casework.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Assessment;
import org.firstbatch.casework.file.Applications.Closing;
import org.firstbatch.casework.file.Applications.Confirmation;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.jspecify.annotations.Nullable;

/** What an act makes of an application: the rest stays as it was. One change, one use. */
public final class ApplicationChange {

  private final Application old;
  private final SortedMap<String, String> form;
  private final Map<String, Long> changedIn;
  private final Map<Stage, List<String>> persons = new EnumMap<>(Stage.class);
  private final Map<String, String> handlers;
  private State state;
  private Turn turn;
  private @Nullable Filed filed;
  private @Nullable Open open;
  private @Nullable Confirmation confirmation;
  private @Nullable Assessment assessment;
  private @Nullable String evaluator;
  private @Nullable Closing closing;
  private @Nullable String list;

  private ApplicationChange(Application old) {
    this.old = old;
    form = new TreeMap<>(old.form());
    changedIn = new TreeMap<>(old.changedIn());
    persons.putAll(old.persons());
    handlers = new TreeMap<>(old.handlers());
    state = old.state();
    turn = old.turn();
    filed = old.filed();
    open = old.open();
    confirmation = old.confirmation();
    assessment = old.assessment();
    evaluator = old.evaluator();
    closing = old.closing();
    list = old.list();
  }

  public static ApplicationChange of(Application old) {
    return new ApplicationChange(old);
  }

  /** It comes into a state and is another's turn; who had it in hand until now is remembered. */
  public ApplicationChange to(State next, Turn whose) {
    String handler = turn.handler();
    if (handler == null) {
      handlers.remove(turn.organisation());
    } else {
      handlers.put(turn.organisation(), handler);
    }
    state = next;
    turn = whose;
    return this;
  }

  public ApplicationChange turn(Turn whose) {
    turn = whose;
    return this;
  }

  /**
   * Sets a field of the form, or empties it.
   *
   * @param value null to empty it
   * @param version the version of the record in which it is so
   */
  public ApplicationChange field(String path, @Nullable String value, long version) {
    if (value == null) {
      form.remove(path);
    } else {
      form.put(path, value);
    }
    changedIn.put(path, version);
    return this;
  }

  public ApplicationChange filed(Filed what) {
    filed = what;
    return this;
  }

  public ApplicationChange open(@Nullable Open what) {
    open = what;
    return this;
  }

  /** Somebody took a stage; whoever took it before is remembered. */
  public ApplicationChange took(Stage stage, String person) {
    List<String> all = new ArrayList<>(persons.getOrDefault(stage, List.of()));
    all.remove(person);
    all.add(person);
    persons.put(stage, all);
    return this;
  }

  public ApplicationChange confirmation(Confirmation what) {
    confirmation = what;
    return this;
  }

  public ApplicationChange assessment(Assessment what) {
    assessment = what;
    return this;
  }

  public ApplicationChange evaluator(@Nullable String organisation) {
    evaluator = organisation;
    return this;
  }

  public ApplicationChange closing(Closing what) {
    closing = what;
    return this;
  }

  /** It is on a list that is to certify it, or off it again. */
  public ApplicationChange list(@Nullable String documentNumber) {
    list = documentNumber;
    return this;
  }

  /** The application as the act leaves it. */
  public Application made() {
    return new Application(
        old.id(),
        old.enterprise(),
        state,
        form,
        changedIn,
        filed,
        turn,
        handlers,
        open,
        persons,
        confirmation,
        assessment,
        evaluator,
        closing,
        list);
  }
}
