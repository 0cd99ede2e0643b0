package org.firstbatch.casework.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.firstbatch.casework.json.Json;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.junit.jupiter.api.Test;

class LawPagesTest {

  private static final String PAGE = "docs/scheme/articles/03.md#3.rate-ceiling";

  private static String linked(String address, Object body) {
    HttpAnswer answer = new HttpAnswer(422, Map.of("etag", "\"1\""), Json.write(body));
    HttpAnswer linked = new LawPages(address).linked(answer);

    assertEquals(422, linked.statusCode());
    assertEquals(answer.headers(), linked.headers());
    return linked.body();
  }

  private static Object finding() {
    return Map.of(
        "findings", Grounds.of("3.rate-ceiling", "第三条").met(Text.of("未超过", "Within the ceiling")));
  }

  @Test
  void shouldLinkEachFindingToItsPageWithAndWithoutASlashAtTheEndOfTheAddress() {
    for (String address : new String[] {"https://law.example", "https://law.example/"}) {
      String page = Json.object(linked(address, finding())).at("/findings/page").asText();

      assertEquals("https://law.example/" + PAGE, page);
    }
  }

  @Test
  void shouldNameThePageFromTheRootOfTheSourceWhereNobodySaidWhereItIs() {
    assertEquals(PAGE, Json.object(linked("", finding())).at("/findings/page").asText());
  }

  @Test
  void shouldLeaveAloneWhatSomebodyWroteThatLooksLikeIt() {
    Map<String, String> ground = Map.of("ground", "\"page\":\"docs/scheme/x", "page", "2");

    assertEquals(Json.object(Json.write(ground)), Json.object(linked("https://a.example", ground)));
  }

  @Test
  void shouldRefuseAnAddressThatIsNone() {
    for (String address : new String[] {"law.example", "ftp://a", "https://a\"b", "https://a b"}) {
      String told =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> new LawPages(address))
                  .getMessage());
      assertTrue(told.contains("firstbatch.law.address"), told);
    }
  }
}
