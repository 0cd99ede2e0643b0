package org.firstbatch.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The arrows of docs/DESIGN: function → casework → measures, function → storage → casework, and
 * function → evidence → casework.
 */
class ArrowsTest {

  private static final List<String> FUNCTIONS =
      List.of(
          "programme",
          "certification",
          "application",
          "policy",
          "filing",
          "allocation",
          "journal",
          "documents");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.firstbatch");

  private static String layer(String name) {
    return "org.firstbatch." + name + "..";
  }

  private static String[] functions() {
    return FUNCTIONS.stream().map(ArrowsTest::layer).toArray(String[]::new);
  }

  @Test
  void shouldFindClassesInEveryLayer() {
    for (String layer : List.of("measures", "casework", "storage", "evidence", "local")) {
      assertNotEmpty(layer);
    }
    FUNCTIONS.forEach(ArrowsTest::assertNotEmpty);
  }

  private static void assertNotEmpty(String layer) {
    assertFalse(
        ALL.that(JavaClass.Predicates.resideInAPackage(layer(layer))).isEmpty(),
        () -> "no class in " + layer);
  }

  @Test
  void shouldBuildTheLawOnTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage(layer("measures"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify.annotations..", layer("measures"))
        .check(ALL);
  }

  @Test
  void shouldKnowNoFunctionAndNoStoreInCasework() {
    noClasses()
        .that()
        .resideInAPackage(layer("casework"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(functions())
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(layer("storage"), layer("local"))
        .check(ALL);
  }

  @Test
  void shouldKnowOnlyCaseworkInStorage() {
    classes()
        .that()
        .resideInAPackage(layer("storage"))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.firstbatch.."))
                .or(JavaClass.Predicates.resideInAnyPackage(layer("storage"), layer("casework"))))
        .check(ALL);
  }

  @Test
  void shouldKnowNoFunctionAndNoStoreInEvidence() {
    noClasses()
        .that()
        .resideInAPackage(layer("evidence"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(functions())
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(layer("storage"), layer("local"))
        .check(ALL);
  }

  @Test
  void shouldKnowNoOtherFunctionAndNoStoreInAFunction() {
    for (String function : FUNCTIONS) {
      String[] others =
          FUNCTIONS.stream()
              .filter(other -> !other.equals(function))
              .map(ArrowsTest::layer)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(layer(function))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(layer("storage"), layer("local"))
          .check(ALL);
    }
  }

  @Test
  void shouldHaveNoCycleBetweenPackages() {
    slices().matching("org.firstbatch.(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void shouldUseTheAwsSdkInStorageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(layer("storage"), layer("local"), layer("bench"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .check(ALL);
  }

  @Test
  void shouldBeHandedTheInstantOfEveryAct() {
    for (Class<?> clock :
        List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
      noClasses()
          .that()
          .resideInAnyPackage(functions())
          .or()
          .resideInAnyPackage(
              layer("measures"), layer("casework"), layer("storage"), layer("evidence"))
          .should()
          .callMethod(clock, "now")
          .check(ALL);
    }
    noClasses()
        .that()
        .resideInAnyPackage(functions())
        .or()
        .resideInAnyPackage(
            layer("measures"), layer("casework"), layer("storage"), layer("evidence"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(ALL);
  }

  @Test
  void shouldReadNoEnvironmentBesideMicronaut() {
    noClasses()
        .that()
        .resideInAnyPackage(functions())
        .or()
        .resideInAnyPackage(
            layer("measures"), layer("casework"), layer("storage"), layer("evidence"))
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(ALL);
  }
}
