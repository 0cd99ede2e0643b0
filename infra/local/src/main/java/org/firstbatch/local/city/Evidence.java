package org.firstbatch.local.city;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.firstbatch.measures.scheme.Condition;

/** Evidence of the sample applications: one small PDF a condition. */
final class Evidence {

  static final List<String> CONDITIONS =
      Arrays.stream(Condition.values()).map(Condition::name).toList();

  private final Api api;

  Evidence(Api api) {
    this.api = api;
  }

  /** The condition of an article, as 第八条（四）. */
  static String conditionOf(String article) {
    return Arrays.stream(Condition.values())
        .filter(condition -> condition.article().equals(article))
        .map(Condition::name)
        .findFirst()
        .orElseThrow(() -> new Api.Unexpected("No condition has the article " + article));
  }

  /** Uploads a piece for each condition and waits until all are checked. */
  void uploadAll(String person, String application, String name) {
    CONDITIONS.forEach(condition -> declareAndPut(person, application, name, condition));
    awaitChecked(person, application);
  }

  /** Uploads one piece and waits until it is checked. */
  void upload(String person, String application, String name, String condition) {
    declareAndPut(person, application, name, condition);
    awaitChecked(person, application);
  }

  private void declareAndPut(String person, String application, String name, String condition) {
    byte[] pdf = SmallPdf.of("Evidence of " + name + " for " + condition);
    Map<String, String> what =
        Map.of("condition", condition, "name", condition + " " + name + ".pdf");
    Uploads.put(api, person, "/applications/" + application + "/evidence", what, pdf);
  }

  private void awaitChecked(String person, String application) {
    api.await(
        person,
        "/applications/" + application + "/evidence",
        page -> Founding.items(page).stream().allMatch(Uploads::isChecked));
  }
}
