package org.firstbatch.programme;

import java.util.List;
import java.util.function.BiConsumer;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.measures.scheme.Condition;
import org.firstbatch.measures.scheme.HandlingStage;

/**
 * A yearly notice sent field by field, put together as the text that the law reads; it reads each
 * value strictly and what it refuses is told by its field.
 */
final class NoticeFields {

  private static final int LONGEST_STAGE = 250;

  private final Fields body;
  private final LawText text = new LawText();

  private NoticeFields(Fields body) {
    this.body = body;
  }

  static LawText text(Fields body, int year) {
    NoticeFields notice = new NoticeFields(body);
    notice.text.line("year", "notice " + year);
    notice.filing();
    notice.application();
    return notice.text;
  }

  private void filing() {
    if (body.has("filingWindows")) {
      lines("filingWindows", body.objects("filingWindows", 0, 4, NoticeFields::filingWindow));
    }
    words("requiredColumns", "required-column ", 20, 40);
    words("negotiatedClasses", "negotiated-class ", 20, 40);
  }

  private void application() {
    inside("requiredMaterials", this::materials);
    words("supportedIndustries", "industry ", 100, 40);
    inside("applicationWindow", (name, window) -> text.line(name, applicationWindow(window)));
    inside("workingDays", this::workingDays);
    if (body.has("unitPriceThreshold")) {
      String amount = body.text("unitPriceThreshold", 1, 30);
      text.line("unitPriceThreshold", "unit-price-threshold " + amount);
    }
    words("further", "further ", 10, 300);
  }

  private static String filingWindow(Fields window) {
    return "filing-window %s from %s to %s"
        .formatted(window.identifier("quarter", 10), window.day("from"), window.day("to"));
  }

  private static String applicationWindow(Fields window) {
    return "application-window from %s to %s".formatted(window.day("from"), window.day("to"));
  }

  private void materials(String name, Fields materials) {
    for (Condition condition : Condition.values()) {
      if (materials.has(condition.name())) {
        List<String> names = materials.texts(condition.name(), 0, 10, 60);
        String key = "material " + condition.name() + " ";
        lines(name + "/" + condition.name(), names.stream().map(key::concat).toList());
      }
    }
  }

  private void workingDays(String name, Fields stages) {
    for (HandlingStage stage : HandlingStage.values()) {
      if (stages.has(stage.key())) {
        long days = stages.number(stage.key(), 1, LONGEST_STAGE);
        text.line(name + "/" + stage.key(), "working-days " + stage.key() + " " + days);
      }
    }
  }

  private void inside(String name, BiConsumer<String, Fields> read) {
    if (body.has(name)) {
      read.accept(name, body.object(name));
    }
  }

  private void words(String field, String key, int most, int longest) {
    if (body.has(field)) {
      lines(field, body.texts(field, 0, most, longest).stream().map(key::concat).toList());
    }
  }

  private void lines(String field, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      text.line(field + "/" + i, lines.get(i));
    }
  }
}
