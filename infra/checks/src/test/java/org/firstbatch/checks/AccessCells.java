package org.firstbatch.checks;

import static org.firstbatch.checks.Answers.isYes;
import static org.firstbatch.checks.Answers.shown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.checks.AccessTable.Row;
import org.firstbatch.checks.AccessTable.Situation;
import org.firstbatch.checks.Scenes.Scene;
import org.firstbatch.checks.Situations.Somebody;
import org.firstbatch.local.gateway.Gateway;

/** Every cell of a row against what is answered. */
final class AccessCells {

  /** Routes where a record is one body's own, of which there is no other of its role. */
  private static final Pattern OF_ONE_BODY =
      Pattern.compile(".*/(changes|memberships|release)\\b.*");

  private final Situations situations;
  private final Row row;
  private final List<Scene> scenes;
  private final List<String> mistakes = new ArrayList<>();
  private int cells;

  AccessCells(Situations situations, Scenes scenes, Row row) {
    this.situations = situations;
    this.row = row;
    this.scenes =
        scenes.of(row.route()).stream()
            .filter(
                row.only().isEmpty()
                    ? _ -> true
                    : Objects.requireNonNull(Scenes.KINDS.get(row.only()), row::only))
            .toList();
  }

  int cells() {
    return cells;
  }

  /** What is not as the table says. */
  List<String> mistakes() {
    if (scenes.isEmpty()) {
      return List.of(row.name() + ": nobody ever did this");
    }
    for (Role role : Role.values()) {
      for (Capacity capacity : Capacity.values()) {
        as(role, capacity);
      }
    }
    Scene any = scenes.getLast();
    check(
        row.in(Situation.NO_MEMBERSHIP).word(),
        "without membership",
        situations.as(Somebody.withoutMembership(), any));
    check(row.in(Situation.NO_TOKEN).word(), "without token", situations.withoutToken(any));
    return mistakes;
  }

  private void as(Role role, Capacity capacity) {
    AccessTable.Suffices suffices = row.of(role);
    String who = role.label() + " " + capacity.name().toLowerCase(Locale.ROOT);
    if (suffices.capacities().contains(capacity)) {
      witness(role, capacity)
          .ifPresentOrElse(
              scene -> admitted(role, capacity, who, scene),
              () ->
                  mistakes.add(
                      row.name() + " as " + who + ": never yes, " + tried(role, capacity)));
    } else {
      refused(suffices.refusal(capacity), role, capacity, who);
    }
  }

  /** Scenes in which somebody of the role acted come first, and of those the latest. */
  private Stream<Scene> likeliest(Role role) {
    return scenes.reversed().stream()
        .sorted(Comparator.comparing((Scene scene) -> !scene.isOf(role)));
  }

  /** A scene in which it is done; one that shows something rather than an empty list. */
  private Optional<Scene> witness(Role role, Capacity capacity) {
    return likeliest(role)
        .filter(scene -> Answers.showsSomething(own(role, capacity, scene)))
        .findFirst()
        .or(() -> likeliest(role).filter(scene -> isYes(own(role, capacity, scene))).findFirst());
  }

  private Gateway.Answer own(Role role, Capacity capacity, Scene scene) {
    return situations.as(Somebody.member(role, capacity, scene.organisation(role)), scene);
  }

  private List<Integer> tried(Role role, Capacity capacity) {
    return likeliest(role).map(scene -> own(role, capacity, scene).status()).toList();
  }

  /** Where a record is one body's own, those of a body that has one; everywhere else all. */
  private List<Scene> ofOwn(Role role) {
    List<Scene> own = scenes.stream().filter(scene -> scene.isOf(role)).toList();
    return isOfOneBody() && !own.isEmpty() ? own : scenes;
  }

  /** Whoever is not admitted as what they are is not admitted in any situation. */
  private void refused(String word, Role role, Capacity capacity, String who) {
    for (Scene scene : ofOwn(role)) {
      Somebody member = Somebody.member(role, capacity, scene.organisation(role));
      check(word, who, situations.as(member, scene));
    }
    Scene scene = likeliest(role).findFirst().orElseThrow();
    Somebody member = Somebody.member(role, capacity, scene.organisation(role));
    check(word, who + " related", situations.as(member.relatedTo(Concerned.of(scene)), scene));
    check(
        row.in(Situation.ENDED).of(role),
        who + " whose membership ended",
        situations.as(member.noMore(), scene));
  }

  private void admitted(Role role, Capacity capacity, String who, Scene scene) {
    cells++;
    Somebody member = Somebody.member(role, capacity, scene.organisation(role));
    other(role, capacity, who, scene);
    related(role, who, scene, member);
    String ended = row.in(Situation.ENDED).of(role);
    check(ended, who + " whose membership ended", situations.as(member.noMore(), scene));
  }

  private void other(Role role, Capacity capacity, String who, Scene scene) {
    Situation situation =
        role == Role.DISTRICT ? Situation.OTHER_DISTRICT : Situation.OTHER_ORGANISATION;
    String word = row.in(situation).of(role);
    String other = Scenes.OTHERS.get(role);
    if (other != null) {
      Somebody stranger = Somebody.member(role, capacity, other);
      String what = who + " of " + other;
      Gateway.Answer own = own(role, capacity, scene);
      Gateway.Answer answer = situations.as(stranger, scene);
      check(word, what, answer);
      without(word, what, own, answer, scene.organisation(role));
    } else if (isOfOneBody()) {
      ofAnotherBody(word, role, capacity, who);
    }
  }

  private boolean isOfOneBody() {
    return OF_ONE_BODY.matcher(row.route()).matches();
  }

  /** Of the bodies of which there is one each, the others are those of other roles. */
  private void ofAnotherBody(String word, Role role, Capacity capacity, String who) {
    if (word.equals("-")) {
      return;
    }
    Scene scene =
        scenes.stream()
            .filter(each -> each.as() != null && !each.isOf(role))
            .reduce((_, later) -> later)
            .orElseThrow(() -> new AssertionError(row.name() + ": all of one body"));
    Role owner = Objects.requireNonNull(scene.as()).role();
    Gateway.Answer own = own(owner, capacity, scene);
    Somebody stranger = Somebody.member(role, capacity, role.label());
    String what = who + " on what is of " + owner.label();
    Gateway.Answer answer = situations.as(stranger, scene);
    check(word, what, answer);
    without(word, what, own, answer, scene.organisation(owner));
  }

  private void related(Role role, String who, Scene scene, Somebody member) {
    Set<String> concerned = new HashSet<>(Concerned.of(scene));
    if (concerned.remove(member.organisation())) {
      check(
          "yes",
          who + " related to their own organisation",
          situations.as(member.relatedTo(Set.of(member.organisation())), scene));
    }
    for (String organisation : concerned) {
      Set<String> to = Set.of(organisation);
      close(role, who + " related to " + organisation, scene, member, member.relatedTo(to));
      close(role, who + " once of " + organisation, scene, member, member.onceOf(to));
    }
  }

  private void close(Role role, String what, Scene scene, Somebody member, Somebody close) {
    String word = row.in(Situation.RELATED).of(role);
    Gateway.Answer answer = situations.as(close, scene);
    check(word, what, answer);
    without(word, what, situations.as(member, scene), answer, scene.organisation(role));
  }

  private void check(String word, String who, Gateway.Answer answer) {
    cells++;
    boolean fits =
        switch (word) {
          case "yes", "without" -> isYes(answer);
          default -> word.equals(String.valueOf(answer.status()));
        };
    if (!fits) {
      mistakes.add(
          "%s as %s: %s, the table says %s".formatted(row.name(), who, shown(answer), word));
    }
  }

  /** What is answered must not hold what is of the case. */
  private void without(
      String word, String who, Gateway.Answer own, Gateway.Answer other, String organisation) {
    if (word.equals("without") && isYes(other) && Answers.shows(other, own, organisation)) {
      mistakes.add(
          "%s as %s: shows what is of the case, %s".formatted(row.name(), who, shown(other)));
    }
  }
}
