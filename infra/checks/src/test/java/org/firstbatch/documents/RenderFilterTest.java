package org.firstbatch.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.casework.json.Json;
import org.firstbatch.checks.Checkout;
import org.firstbatch.local.template.FunctionSpec;
import org.junit.jupiter.api.Test;

/** What the documents function listens for, in the template and in its code. */
class RenderFilterTest {

  @Test
  void shouldHearOfEveryEntryThatSomethingIsMadeOf() {
    Set<String> made = new TreeSet<>(Render.LISTS);
    made.addAll(Render.CERTIFICATES);
    made.add(Render.PLAN);

    for (String type : made) {
      assertEquals(true, hears("{\"type\":{\"S\":\"" + type + "\"}}"), type);
    }
    assertEquals(true, hears("{\"type\":{\"S\":\"x\"},\"receipt\":{\"S\":\"R1\"}}"), "receipts");
    assertEquals(false, hears("{\"type\":{\"S\":\"policy.registered\"}}"));
  }

  private static boolean hears(String image) {
    JsonNode event =
        Json.object("{\"eventName\":\"INSERT\",\"dynamodb\":{\"NewImage\":" + image + "}}");
    return Checkout.functions().stream()
        .filter(function -> function.name().equals("DocumentsFunction"))
        .flatMap(function -> function.streams().stream())
        .flatMap((FunctionSpec.StreamMapping mapping) -> mapping.filters().stream())
        .anyMatch(filter -> filter.takes(event));
  }
}
