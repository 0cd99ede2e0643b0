package org.firstbatch.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.firstbatch.local.template.AuthorizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;

  private Issuer issuer(String key, String address, String audience) {
    return Issuer.keptIn(folder.resolve(key), address, audience);
  }

  private TokenCheck check() {
    AuthorizerSpec spec = new AuthorizerSpec("https://i.example", List.of("firstbatch"));
    return new TokenCheck(spec, issuer("key", "https://i.example", "firstbatch").keys());
  }

  private String token() {
    return issuer("key", "https://i.example", "firstbatch").token("someone", NOW, HOUR);
  }

  private static String why(TokenCheck.Verdict verdict) {
    return assertInstanceOf(TokenCheck.Verdict.Bad.class, verdict).why();
  }

  @Test
  void shouldGiveTheClaimsAsTexts() {
    var good =
        assertInstanceOf(TokenCheck.Verdict.Good.class, check().check("Bearer " + token(), NOW));

    assertEquals("someone", good.claims().get("sub"));
    assertEquals(Long.toString(NOW.plus(HOUR).getEpochSecond()), good.claims().get("exp"));
  }

  @Test
  void shouldKeepItsKeyOverARestart() {
    assertInstanceOf(TokenCheck.Verdict.Good.class, check().check(token(), NOW));
  }

  @Test
  void shouldRefuseATokenFromTheSecondOfItsExpiry() {
    assertInstanceOf(
        TokenCheck.Verdict.Good.class, check().check(token(), NOW.plus(HOUR).minusSeconds(1)));
    assertEquals("the token has expired", why(check().check(token(), NOW.plus(HOUR))));
  }

  @Test
  void shouldRefuseATokenOfTheFuture() {
    assertEquals("the token is not valid yet", why(check().check(token(), NOW.minusSeconds(1))));
  }

  @Test
  void shouldRefuseAnotherIssuerAudienceOrKey() {
    String issuer = issuer("key", "https://j.example", "firstbatch").token("s", NOW, HOUR);
    String audience = issuer("key", "https://i.example", "other").token("s", NOW, HOUR);
    String key = issuer("other", "https://i.example", "firstbatch").token("s", NOW, HOUR);

    assertEquals("the issuer is another", why(check().check(issuer, NOW)));
    assertEquals("the audience is another", why(check().check(audience, NOW)));
    assertEquals(
        "the token is not signed with RS256 by a key of the issuer", why(check().check(key, NOW)));
  }

  @Test
  void shouldRefuseAChangedTokenAndNoToken() {
    String[] parts = token().split("\\.");
    String other = issuer("key", "https://i.example", "firstbatch").token("other", NOW, HOUR);
    String mixed = parts[0] + "." + other.split("\\.")[1] + "." + parts[2];

    assertEquals("the signature is wrong", why(check().check(mixed, NOW)));
    assertEquals("the token is not a JWT", why(check().check("", NOW)));
    assertEquals("the token is not readable", why(check().check("a.b.c", NOW)));
  }
}
