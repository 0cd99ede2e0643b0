package org.firstbatch.filing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.file.ClaimUpdate;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Documents;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.evidence.ArrivedFiles;
import org.firstbatch.evidence.Scanner;
import org.firstbatch.evidence.Shelf;
import org.firstbatch.evidence.UploadState;
import org.firstbatch.filing.Document.DocumentKind;

/** Checks each document of a policy when its object has arrived. */
final class FilingIntake implements EventFunction.Consumer, Shelf<Registered, Document> {

  private static final Pattern KEY =
      Pattern.compile("policies/([^/]+)/(p[0-9a-f]{20})/(d[0-9a-f]{20})");

  private final Records records;
  private final ArrivedFiles<Registered, Document> files;

  FilingIntake(Records records, ObjectStore objects, Schemes schemes, Scanner scanner) {
    this.records = records;
    this.files = new ArrivedFiles<>(records, objects, schemes, scanner, this);
  }

  @Override
  public Object handle(JsonNode event) {
    return files.handle(event);
  }

  @Override
  public Pattern key() {
    return KEY;
  }

  @Override
  public String name() {
    return "document";
  }

  @Override
  public Optional<Stored<Registered>> owner(String scheme, String id) {
    return records.find(Policies.key(scheme, id)).map(Policies.POLICY::read);
  }

  @Override
  public Optional<Stored<Document>> file(String scheme, String policy, String id) {
    return records.find(Document.key(scheme, policy, id)).map(Document.KIND::read);
  }

  @Override
  public void keep(
      Unit unit, Stored<Registered> policy, Stored<Document> declared, Document checked) {
    unit.change(Document.KIND, declared, checked, happening(policy.value(), checked));
    if (checked.isChecked(DocumentKind.APPLICATION_FORM)) {
      String scheme = unit.actor().scheme();
      unit.rely(policy);
      unit.raise(Documents.counter(scheme, checked.policy()));
      stamp(unit, scheme, checked);
    }
  }

  private static Happening happening(Registered policy, Document result) {
    boolean checked = result.state() == UploadState.CHECKED;
    return Happening.of(
        checked ? "document.checked" : "document.failed",
        "document",
        result.id(),
        DeclareDocument.concerned(policy),
        result.reason() == null ? Map.of("policy", policy.id()) : result.reason());
  }

  /** A stamped form that comes after the filing completes the claim of the same revision. */
  private void stamp(Unit unit, String scheme, Document form) {
    ClaimUpdate.find(records, scheme, form.policy())
        .filter(found -> lacks(found.claim().value(), form))
        .ifPresent(found -> found.form(unit, FormState.STAMPED));
  }

  private static boolean lacks(Claim claim, Document form) {
    return claim.form() == FormState.MISSING && claim.revision() == form.revision();
  }
}
