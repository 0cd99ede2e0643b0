package org.firstbatch.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.evidence.ArrivedFiles;
import org.firstbatch.evidence.Scanner;
import org.firstbatch.evidence.Shelf;
import org.firstbatch.evidence.UploadState;

/** Checks each piece of evidence when its object has arrived. */
final class EvidenceIntake implements EventFunction.Consumer, Shelf<Application, Evidence> {

  private static final Pattern KEY =
      Pattern.compile("applications/([^/]+)/(a[0-9a-f]{20})/(e[0-9a-f]{20})");

  private final Records records;
  private final ArrivedFiles<Application, Evidence> files;

  EvidenceIntake(Records records, ObjectStore objects, Schemes schemes, Scanner scanner) {
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
    return "evidence";
  }

  @Override
  public Optional<Stored<Application>> owner(String scheme, String id) {
    return records.find(Applications.key(scheme, id)).map(Applications.APPLICATION::read);
  }

  @Override
  public Optional<Stored<Evidence>> file(String scheme, String application, String id) {
    return records.find(Evidence.key(scheme, application, id)).map(Evidence.KIND::read);
  }

  @Override
  public void keep(
      Unit unit, Stored<Application> application, Stored<Evidence> declared, Evidence checked) {
    unit.change(Evidence.KIND, declared, checked, happening(application.value(), checked));
    unit.raise(Evidence.counter(unit.actor().scheme(), checked.application()));
  }

  private static Happening happening(Application application, Evidence checked) {
    boolean isChecked = checked.state() == UploadState.CHECKED;
    return Happening.of(
        isChecked ? "evidence.checked" : "evidence.failed",
        "evidence",
        checked.id(),
        Case.concerned(application),
        checked.reason() == null ? Map.of("application", application.id()) : checked.reason());
  }
}
