package org.firstbatch.local.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.firstbatch.local.screen.Trouble;
import org.firstbatch.local.template.TableSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

  private static final List<String> BUCKETS = List.of("evidence");

  @TempDir private Path data;

  private static TableSpec table(String name, String sort) {
    return new TableSpec(
        name, Map.of("pk", "S", sort, "S"), new TableSpec.Key("pk", sort), List.of(), "");
  }

  @Test
  void shouldTakeAFolderThatItsOwnTemplateMade() {
    new Layout(data).keep(List.of(table("cases", "sk"), table("plans", "sk")), BUCKETS);

    assertDoesNotThrow(
        () -> new Layout(data).keep(List.of(table("plans", "sk"), table("cases", "sk")), BUCKETS));
  }

  @Test
  void shouldRefuseAFolderOfAnOlderLayoutAndNameTheTable() {
    new Layout(data).keep(List.of(table("cases", "sk"), table("plans", "sk")), BUCKETS);

    List<TableSpec> later = List.of(table("cases", "sk"), table("plans", "at"));
    Trouble trouble = assertThrows(Trouble.class, () -> new Layout(data).keep(later, BUCKETS));

    assertEquals(
        data
            + " was made for another template.yaml (table plans differs): remove that folder to begin anew, or choose another place with -Dlocal.data=FOLDER.",
        trouble.english());
    assertEquals(
        data + " 是按另一版 template.yaml 建立的（table plans 不同）：请删除该目录重新开始，或用 -Dlocal.data=目录 另选位置。",
        trouble.chinese());
  }

  @Test
  void shouldRefuseAFolderThatLacksABucket() {
    new Layout(data).keep(List.of(), BUCKETS);

    Trouble trouble =
        assertThrows(
            Trouble.class, () -> new Layout(data).keep(List.of(), List.of("evidence", "website")));

    assertTrue(trouble.english().contains("(bucket website differs)"), trouble.english());
  }

  @Test
  void shouldRefuseAFolderFromBeforeLayoutsWereNoted() throws IOException {
    Files.createDirectories(data.resolve("dynamodb"));
    Files.writeString(data.resolve("dynamodb/shared-local-instance.db"), "tables");

    assertThrows(
        Trouble.class, () -> new Layout(data).keep(List.of(table("cases", "sk")), BUCKETS));
  }

  @Test
  void shouldTakeAFolderInWhichNothingWasKeptYet() throws IOException {
    Files.createDirectories(data.resolve("dynamodb"));

    assertDoesNotThrow(() -> new Layout(data).keep(List.of(table("cases", "sk")), BUCKETS));
  }
}
