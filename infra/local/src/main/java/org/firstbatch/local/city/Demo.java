package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.firstbatch.local.screen.Progress;
import org.firstbatch.local.screen.Screen;

/** Plays the sample city, prints the tables, saves the published files, checks what came out. */
public final class Demo {

  private static final String SCHEME = "dalian";

  private final Screen screen;
  private final Progress progress;
  private final Path folder;
  private final Path root;
  private final City city = new City();
  private final Api api;
  private final Function<String, String> tokens;
  private final String address;

  /**
   * @param progress is told each step of the year
   * @param folder where files go
   * @param root the checkout
   * @param done the file of what has been played
   * @param tokens makes a person's token
   */
  public Demo(
      Screen screen,
      Progress progress,
      String address,
      Path folder,
      Path root,
      Path done,
      Function<String, String> tokens) {
    this.screen = screen;
    this.progress = progress;
    this.address = address;
    this.folder = folder;
    this.root = root;
    this.tokens = tokens;
    this.api = new Api(address, SCHEME, tokens, new Done(done));
  }

  /** Plays; answers whether all agreed with what the city's file expects. */
  public boolean play() {
    makeFolder();
    Report report = new Report(city, api, screen);
    report.title();
    Play play = new Play(city, api, progress);
    play.play();
    progress.step("read the year back, recompute its four plans", "读取全年结果，重算四期计划");
    Path recompute = root.resolve("functions/measures/target/recompute.jar");
    List<SignedPlans.Signed> plans = new SignedPlans(api, folder, recompute).read();
    String story = storyPolicy(play);
    report.facts();
    report.applications();
    new OneMaker(city, api, screen).print(storyApplication(play), story, plans.getFirst());
    JsonNode open = api.get("", "/deadlines?contractSigned=2026-09-15&delivered=2026-12-24");
    new RefusedReport(screen).print(play.applying().refused(), play.refusals().all(), open);
    report.plans(plans, play.voidedDraft());
    report.whereMoneyEnded(plans);
    report.recomputed(plans);
    report.took(progress.elapsed());
    new DemoFiles(folder, root, address, SCHEME)
        .write(play.applying().refused(), play.refusals().all(), plans, story, city, tokens);
    Map<String, String> yearEnd =
        new YearEnd(city, api).facts(story, open, play.register()::id, play.applying()::number);
    return tell(Expected.differences(plans, play.refusals().all(), yearEnd), screen);
  }

  /** Says what differs; answers whether nothing does. */
  static boolean tell(List<String> differences, Screen screen) {
    differences.forEach(difference -> screen.line(screen.bad("✗ ") + difference));
    return differences.isEmpty();
  }

  private String storyPolicy(Play play) {
    City.Row row =
        city.policies().stream()
            .filter(policy -> policy.get("name").equals(city.story("maker")))
            .findFirst()
            .orElseThrow();
    return play.register().id(row.get("number"));
  }

  private String storyApplication(Play play) {
    return city.applications().stream()
        .filter(row -> row.get("enterprise.name").equals(city.story("maker")))
        .map(row -> play.applying().id(row.get("key")))
        .findFirst()
        .orElseThrow();
  }

  /** Whoever waits for the city looks for its env; the other files are written over. */
  private void makeFolder() {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(DemoFiles.ENV));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder is not usable: " + folder, e);
    }
  }
}
