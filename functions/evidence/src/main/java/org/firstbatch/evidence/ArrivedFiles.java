package org.firstbatch.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.event.ArrivedObject;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks each declared file when its object has arrived. The same event twice changes nothing; an
 * event that overtakes its declaration is delivered again; an object that nobody could have
 * declared is noted and left.
 */
public final class ArrivedFiles<O, D extends Upload<D>> {

  private static final Logger LOGGER = LoggerFactory.getLogger("firstbatch.intake");
  private static final int ATTEMPTS = 4;

  private final Records records;
  private final Schemes schemes;
  private final ArrivalCheck check;
  private final Shelf<O, D> shelf;

  public ArrivedFiles(
      Records records, ObjectStore objects, Schemes schemes, Scanner scanner, Shelf<O, D> shelf) {
    this.records = records;
    this.schemes = schemes;
    this.check = new ArrivalCheck(objects, scanner);
    this.shelf = shelf;
  }

  /** An arrived object with the case that it belongs to. */
  private record Arrival<O>(
      Actor actor, Stored<O> owner, String ownerId, String file, String path) {
    ObjectKey object() {
      return new ObjectKey(Bucket.EVIDENCE, path);
    }
  }

  /** Handles EventBridge's "Object Created". */
  public Object handle(JsonNode event) {
    ArrivedObject object = ArrivedObject.from(event);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Arrival<O>> arrival = arrival(object);
      if (arrival.isEmpty()) {
        LOGGER.warn("object {} of event {} was declared by nobody", object.key(), object.event());
        return Map.of("state", "UNKNOWN");
      }
      Optional<UploadState> state = check(arrival.get());
      if (state.isPresent()) {
        return Map.of(shelf.name(), arrival.get().file(), "state", state.get());
      }
    }
    throw new RetryableFault("The file keeps changing: " + object.key());
  }

  private Optional<Arrival<O>> arrival(ArrivedObject object) {
    Matcher parts = shelf.key().matcher(object.decodedKey());
    return parts.matches()
        ? actor(object, parts.group(1)).flatMap(actor -> arrival(actor, parts))
        : Optional.empty();
  }

  private Optional<Actor> actor(ArrivedObject object, String scheme) {
    return schemes
        .edition(scheme, object.at())
        .map(
            edition ->
                Actor.system(
                    scheme, object.at(), object.event(), String.valueOf(edition.number())));
  }

  private Optional<Arrival<O>> arrival(Actor actor, Matcher parts) {
    return shelf
        .owner(actor.scheme(), parts.group(2))
        .map(owner -> new Arrival<>(actor, owner, parts.group(2), parts.group(3), parts.group()));
  }

  /** The state that was found or reached; empty when something changed meanwhile. */
  private Optional<UploadState> check(Arrival<O> arrival) {
    Stored<D> declared =
        shelf
            .file(arrival.actor().scheme(), arrival.ownerId(), arrival.file())
            .orElseThrow(() -> new RetryableFault("Not declared yet: " + arrival.path()));
    if (declared.value().state() != UploadState.DECLARED) {
      return Optional.of(declared.value().state());
    }
    D checked =
        declared.value().checked(check.of(arrival.object(), declared.value().declaration()));
    Unit unit = new Unit(arrival.actor());
    shelf.keep(unit, arrival.owner(), declared, checked);
    return Commits.isCommitted(records, unit) ? Optional.of(checked.state()) : Optional.empty();
  }
}
