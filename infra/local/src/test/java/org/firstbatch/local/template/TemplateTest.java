package org.firstbatch.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template of this repository, and what is wrong with others. */
class TemplateTest {

  private static final Template TEMPLATE =
      Template.read(
          Path.of("../../template.yaml"),
          "stack",
          "cn-north-1",
          Map.of("JwtIssuer", "https://issuer.example", "FirstAdministrator", "someone"));

  private static FunctionSpec function(String name) {
    return TEMPLATE.functions().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldGiveFunctionsTheNamesOfTheNestedStacksTables() {
    String table = function("PolicyFunction").environment().get("FIRSTBATCH_TABLES_POLICIES");

    assertTrue(TEMPLATE.tables().stream().anyMatch(each -> each.name().equals(table)));
  }

  @Test
  void shouldTellPublicRoutesFromThoseThatNeedAToken() {
    FunctionSpec policy = function("PolicyFunction");

    assertTrue(route(policy, "POST /v1/schemes/{scheme}/checks/policy").open());
    assertEquals(false, route(policy, "POST /v1/schemes/{scheme}/policies").open());
  }

  private static FunctionSpec.HttpRoute route(FunctionSpec function, String key) {
    return function.routes().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldReadTheQuarterlySchedule() {
    FunctionSpec.Schedule schedule = function("QuarterlyRunFunction").schedules().getFirst();

    assertEquals("Asia/Shanghai", schedule.zone());
    assertTrue(schedule.input().contains("<aws.scheduler.scheduled-time>"), schedule.input());
  }

  @Test
  void shouldFindTheTableWhoseStreamIsMapped() {
    String table = function("DocumentsFunction").streams().getFirst().table();

    TableSpec journal =
        TEMPLATE.tables().stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow();
    assertEquals("NEW_IMAGE", journal.streamView());
    assertEquals(2, journal.indexes().size());
  }

  @Test
  void shouldFollowThePipeFromTheStreamToTheRulesOnItsBus() {
    PipeSpec pipe = TEMPLATE.pipes().getFirst();
    List<FunctionSpec.EventRule> rules = function("FilingWorkerFunction").rulesOn(pipe.bus());

    assertEquals(function("DocumentsFunction").streams().getFirst().table(), pipe.table());
    assertEquals("firstbatch.journal", pipe.source());
    assertEquals(1, rules.size());
    assertEquals(2, rules.getFirst().retries(), "as the function says, not the rule");
  }

  @Test
  void shouldKeepRulesOnTheDefaultBusApart() {
    FunctionSpec intake = function("FilingIntakeFunction");

    assertEquals(1, intake.rulesOn(FunctionSpec.EventRule.DEFAULT_BUS).size());
    assertEquals(List.of(), intake.rulesOn(TEMPLATE.pipes().getFirst().bus()));
  }

  @Test
  void shouldTakeTheIssuerFromTheParameter() {
    AuthorizerSpec authorizer = TEMPLATE.authorizer().orElseThrow();

    assertEquals("https://issuer.example", authorizer.issuer());
  }

  @Test
  void shouldSayWhichNameIsNotThere(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), BROKEN);

    Template broken = Template.read(file, "s", "r", Map.of());
    var e = assertThrows(IllegalArgumentException.class, broken::functions);
    assertEquals("t.yaml: there is nothing called Nowhere", e.getMessage());
  }

  private static final String BROKEN =
      """
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: !Sub "${Nowhere}.jar"
            Handler: a.B
      """;
}
