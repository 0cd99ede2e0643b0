package org.firstbatch.casework.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.junit.jupiter.api.Test;

class JsonTest {

  private static final Finding FINDING =
      Grounds.of("3.rate-ceiling", "第三条").met(Text.of("符合", "Within the ceiling"));

  @Test
  void shouldLinkAFindingToThePageThatExplainsItsRule() {
    assertEquals(
        "docs/scheme/articles/03.md#3.rate-ceiling",
        Json.object(Json.write(FINDING)).path("page").asText());
  }

  @Test
  void shouldReadAFindingBackWithOrWithoutThatLink() {
    String written = Json.write(FINDING);
    String older = Json.object(written).without("page").toString();

    assertEquals(FINDING, Json.read(written, Finding.class));
    assertEquals(FINDING, Json.read(older, Finding.class));
  }
}
