package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no file of the repository may hold. */
class RepositoryTest {

  /** Paths of one person's machine; written so that this file does not match itself. */
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w./{}*-])/(?:work|root|home/\\w+|Users/\\w+)/[\\w.]");

  /** Addresses of registries: the build takes what the machine is set up for. */
  private static final Pattern REGISTRY =
      Pattern.compile(
          "repo1?[.]maven|registry[.]npmjs|pypi[.]org|python[h]osted|proxy[.]golang[.]org"
              + "|[a-z]+[.]sonatype[.]org|maven[.]aliyun",
          Pattern.CASE_INSENSITIVE);

  @Test
  void shouldNameNoPathOfAMachine() {
    assertEquals(List.of(), matches(MACHINE));
  }

  @Test
  void shouldNameNoRegistry() {
    assertEquals(List.of(), matches(REGISTRY));
  }

  private static List<String> matches(Pattern pattern) {
    List<Path> files = Checkout.files(Checkout.root());
    assertFalse(files.isEmpty());
    List<String> matches = new ArrayList<>();
    for (Path file : files) {
      Matcher matcher = pattern.matcher(Checkout.ascii(file));
      if (matcher.find()) {
        matches.add(Checkout.root().relativize(file) + ": " + matcher.group());
      }
    }
    return matches;
  }
}
