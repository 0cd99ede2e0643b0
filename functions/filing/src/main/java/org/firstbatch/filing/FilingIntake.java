package org.firstbatch.filing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.event.ArrivedObject;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectInfo;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.filing.Document.DocumentKind;
import org.firstbatch.filing.Document.State;
import org.firstbatch.measures.scheme.Edition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks each document when its object has arrived. The same event twice changes nothing; an event
 * that overtakes its declaration is delivered again; an object that nobody could have declared is
 * noted and left.
 */
final class FilingIntake implements EventFunction.Consumer {

  private static final Logger LOGGER = LoggerFactory.getLogger("firstbatch.intake");
  private static final Pattern KEY =
      Pattern.compile("policies/([^/]+)/(p[0-9a-f]{20})/(d[0-9a-f]{20})");
  private static final int ATTEMPTS = 4;

  private final Records records;
  private final ObjectStore objects;
  private final Schemes schemes;

  FilingIntake(Records records, ObjectStore objects, Schemes schemes) {
    this.records = records;
    this.objects = objects;
    this.schemes = schemes;
  }

  /** An arrived object with the policy it belongs to. */
  private record Arrival(Actor actor, Stored<Registered> policy, String document) {
    String scheme() {
      return actor.scheme();
    }

    ObjectKey object() {
      return Document.objectKey(scheme(), policy.value().id(), document);
    }
  }

  @Override
  public Object handle(JsonNode event) {
    ArrivedObject object = ArrivedObject.from(event);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Arrival> arrival = arrival(object);
      if (arrival.isEmpty()) {
        LOGGER.warn("object {} of event {} was declared by nobody", object.key(), object.event());
        return Map.of("state", "UNKNOWN");
      }
      Optional<State> state = check(arrival.get());
      if (state.isPresent()) {
        return Map.of("document", arrival.get().document(), "state", state.get());
      }
    }
    throw new RetryableFault("The document keeps changing: " + object.key());
  }

  private Optional<Arrival> arrival(ArrivedObject object) {
    Matcher parts = KEY.matcher(object.decodedKey());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1);
    Optional<Edition> edition = schemes.edition(scheme, object.at());
    return edition.flatMap(
        known ->
            records
                .find(Policies.key(scheme, parts.group(2)))
                .map(Policies.POLICY::read)
                .map(
                    policy ->
                        new Arrival(
                            Actor.system(
                                scheme,
                                object.at(),
                                object.event(),
                                String.valueOf(known.number())),
                            policy,
                            parts.group(3))));
  }

  /** The state that was found or reached; empty when something changed meanwhile. */
  private Optional<State> check(Arrival arrival) {
    Stored<Document> document =
        records
            .find(Document.key(arrival.scheme(), arrival.policy().value().id(), arrival.document()))
            .map(Document.KIND::read)
            .orElseThrow(() -> new RetryableFault("Not declared yet: " + arrival.object().path()));
    if (document.value().state() != State.DECLARED) {
      return Optional.of(document.value().state());
    }
    Document result = document.value().withResult(result(arrival, document.value()));
    return isKept(arrival, document, result) ? Optional.of(result.state()) : Optional.empty();
  }

  private DocumentCheck.Result result(Arrival arrival, Document declared) {
    ObjectInfo info =
        objects
            .find(arrival.object())
            .orElseThrow(() -> new RetryableFault("Not there yet: " + arrival.object().path()));
    if (info.length() != declared.length()) {
      return DocumentCheck.lengthDiffers(declared.length(), info.length());
    }
    try (InputStream stream = objects.open(arrival.object())) {
      return DocumentCheck.of(declared, stream.readAllBytes());
    } catch (IOException e) {
      throw new RetryableFault("Not read: " + arrival.object().path(), e);
    }
  }

  private boolean isKept(Arrival arrival, Stored<Document> document, Document result) {
    Unit unit = new Unit(arrival.actor());
    unit.change(Document.KIND, document, result, happening(arrival.policy().value(), result));
    if (result.isChecked(DocumentKind.APPLICATION_FORM)) {
      unit.rely(arrival.policy());
      unit.raise(Document.counter(arrival.scheme(), result.policy()));
      stamp(unit, arrival, result);
    }
    return Commits.isCommitted(records, unit);
  }

  private static Happening happening(Registered policy, Document result) {
    boolean checked = result.state() == State.CHECKED;
    return Happening.of(
        checked ? "document.checked" : "document.failed",
        "document",
        result.id(),
        DeclareDocument.concerned(policy),
        result.reason() == null ? Map.of("policy", policy.id()) : result.reason());
  }

  /** A stamped form that comes after the filing completes the claim of the same revision. */
  private void stamp(Unit unit, Arrival arrival, Document form) {
    records
        .find(Claims.placeKey(arrival.scheme(), form.policy()))
        .map(Claims.PLACE::read)
        .ifPresent(place -> stamp(unit, arrival.scheme(), place, form));
  }

  private void stamp(Unit unit, String scheme, Stored<Claims.Place> place, Document form) {
    Optional<Stored<Claim>> claim =
        records
            .find(place.value().key())
            .map(Claims.CLAIM::read)
            .filter(found -> lacks(found.value(), form));
    claim.ifPresent(
        found -> {
          unit.change(Claims.CLAIM, found, found.value().withForm(FormState.STAMPED));
          unit.raise(Claims.inputRevision(scheme, place.value().year()));
        });
  }

  private static boolean lacks(Claim claim, Document form) {
    return claim.form() == FormState.MISSING && claim.revision() == form.revision();
  }
}
