package org.firstbatch.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Plans.Signature;
import org.firstbatch.casework.person.Role;
import org.jspecify.annotations.Nullable;

/** Plans as answers show them: to public bodies with persons, to everybody else without. */
final class PlanViews {

  private PlanViews() {}

  static Map<String, Object> forBodies(Chain chain, Plan plan) {
    Map<String, Object> view = forAll(chain, plan);
    view.put("requestedBy", plan.requestedBy());
    view.put("signatures", signatures(plan, true));
    return view;
  }

  static Map<String, Object> forAll(Chain chain, Plan plan) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("year", plan.year());
    view.put("place", plan.place());
    view.put("state", chain.state(plan).name());
    view.put("run", Runs.idOf(plan.run()));
    view.put("sha256", plan.sha256());
    view.put("input", plan.input());
    put(view, "previous", plan.previous());
    view.put("budget", plan.budget());
    view.put("awarded", plan.awarded());
    view.put("setAside", plan.setAside());
    view.put("claims", plan.claims());
    view.put("outcomes", new TreeMap<>(plan.outcomes()));
    view.put("signatures", signatures(plan, false));
    view.put("madeAt", plan.madeAt());
    put(view, "ground", chain.ground(plan));
    return view;
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
  }

  private static List<Map<String, Object>> signatures(Plan plan, boolean withPersons) {
    List<Map<String, Object>> views = new ArrayList<>();
    for (Map.Entry<Role, Signature> each : new TreeMap<>(plan.signatures()).entrySet()) {
      Map<String, Object> view = new LinkedHashMap<>();
      view.put("body", each.getKey().label());
      view.put("at", each.getValue().at());
      view.put("sha256", each.getValue().sha256());
      if (withPersons) {
        view.put("person", each.getValue().person());
      }
      views.add(view);
    }
    return views;
  }
}
