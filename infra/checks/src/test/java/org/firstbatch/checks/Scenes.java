package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.firstbatch.casework.fake.InMemoryRecords.Snapshot;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.http.HttpRequest;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.checks.FakeCloud.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Acts that succeeded in the year of examples and beside it, each with everything as it stood just
 * before: there anybody else can try the same.
 */
final class Scenes {

  static final String SCHEME = "dalian";
  static final String MAKER = "91210200MA0000011N";
  static final String OTHER_MAKER = "91210200000000002M";
  static final String INSURER = "picc";

  /** The parties of the year's cases: for each role the organisation whose case it is. */
  static final Map<Role, String> PARTIES =
      Map.of(
          Role.ENTERPRISE, MAKER,
          Role.DISTRICT, "ganjingzi",
          Role.EVALUATOR, "EV-1",
          Role.INSURER, INSURER,
          Role.AUDITOR, "audit");

  /** Others of the same role, where there are others. */
  static final Map<Role, String> OTHERS =
      Map.of(
          Role.ENTERPRISE, OTHER_MAKER,
          Role.DISTRICT, "zhongshan",
          Role.EVALUATOR, "EV-2",
          Role.INSURER, "cpic");

  /** What a row may say behind its route, and which scenes it then is about. */
  static final Map<String, Predicate<Scene>> KINDS =
      Map.of(
          "of one's own organisation", scene -> scene.isOfMembership() && scene.isOfOwnMembership(),
          "of a new organisation", scene -> scene.isOfMembership() && !scene.isOfOwnMembership(),
          "of anything else", scene -> !scene.isOfMembership(),
          "of oneself", Scene::isOfOneself,
          "of somebody else", scene -> !scene.isOfOneself());

  private final FakeCloud cloud;
  private final Play play;
  private final OpenApi api = OpenApi.read();
  private final Map<String, List<Scene>> scenes = new LinkedHashMap<>();

  private Scenes(FakeCloud cloud) {
    this.cloud = cloud;
    this.play = new Play(api, cloud);
  }

  /**
   * An act that succeeded.
   *
   * @param before everything as it stood
   * @param as what whoever acted was; null when they acted without a membership
   * @param answer what was answered
   */
  record Scene(Snapshot before, HttpRequest request, @Nullable Membership as, String answer) {

    /** The organisation whose case it is, of a role. */
    String organisation(Role role) {
      return as != null && as.role() == role ? as.organisation() : party(role);
    }

    boolean isOf(Role role) {
      return as != null && as.role() == role;
    }

    /** What the route is about: the first word behind the scheme. */
    String collection() {
      return request.routeKey().split("/")[4];
    }

    /** What a change would write. */
    JsonNode content() {
      return answer.startsWith("{")
          ? Json.object(answer).path("content")
          : MissingNode.getInstance();
    }

    boolean isOfMembership() {
      return content().has("whose");
    }

    private boolean isOfOwnMembership() {
      return as != null && content().at("/whose/organisation").asText().equals(as.organisation());
    }

    private boolean isOfOneself() {
      return request.path().getOrDefault("person", "").equals(request.person());
    }

    private Set<String> kinds() {
      Set<String> kinds = new TreeSet<>();
      KINDS.forEach(
          (name, kind) -> {
            if (kind.test(this)) {
              kinds.add(name);
            }
          });
      return kinds;
    }

    private boolean isLike(Scene other) {
      return String.valueOf(request.person()).equals(String.valueOf(other.request.person()))
          && kinds().equals(other.kinds());
    }
  }

  static String party(Role role) {
    return PARTIES.getOrDefault(role, role.label());
  }

  static Scenes play(FakeCloud cloud) {
    Scenes scenes = new Scenes(cloud);
    cloud.watchedBy(scenes::saw);
    new YearOfExamples(cloud, scenes.play).play();
    new MoreScenes(cloud, scenes.play, scenes).play();
    return scenes;
  }

  private void saw(Seen seen) {
    int status = seen.answer().statusCode();
    if (status / 100 == 2 || status == 303) {
      HttpRequest request = seen.request();
      keep(new Scene(seen.before(), request, membership(request), seen.answer().body()));
    }
  }

  /** The last of those that are alike is kept. */
  private void keep(Scene scene) {
    List<Scene> all = scenes.computeIfAbsent(scene.request().routeKey(), _ -> new ArrayList<>());
    all.removeIf(scene::isLike);
    all.add(scene);
  }

  private @Nullable Membership membership(HttpRequest request) {
    String person = request.person();
    return person == null
        ? null
        : new Memberships(cloud.records(), "")
            .of(SCHEME, person).held().stream()
                .map(Memberships.Held::membership)
                .findFirst()
                .orElse(null);
  }

  /** What succeeded at a route. */
  List<Scene> of(String route) {
    return scenes.getOrDefault(route, List.of());
  }

  /**
   * Goes back to just before an act succeeded the last time; what its path names is known again.
   */
  Scene backTo(String operation, String person) {
    Scene scene =
        of(route(operation)).stream()
            .filter(each -> person.equals(each.request().person()))
            .reduce((_, later) -> later)
            .orElseThrow(() -> new AssertionError(person + " never did " + operation));
    cloud.restore(scene.before());
    play.at(scene.request().at().toString());
    scene.request().path().forEach(play::know);
    return scene;
  }

  private String route(String operation) {
    OpenApi.Operation found = api.operations().get(operation);
    if (found == null) {
      throw new AssertionError("there is no operation " + operation);
    }
    return found.key();
  }

  TestGateway gateway() {
    return new TestGateway(cloud.records(), List.of());
  }
}
