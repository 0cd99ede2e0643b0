package org.firstbatch.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.template.AuthorizerSpec;

/**
 * Checks tokens as the JWT authorizer of an HTTP API does: RS256, issuer, audience, times in real
 * time. What a function sees of the claims are strings; arrays are flattened to {@code [a b]}.
 */
public final class TokenCheck {

  private final AuthorizerSpec authorizer;
  private final Map<String, PublicKey> keys;

  /**
   * @param keys the issuer's keys by key id
   */
  public TokenCheck(AuthorizerSpec authorizer, Map<String, PublicKey> keys) {
    this.authorizer = authorizer;
    this.keys = Map.copyOf(keys);
  }

  /** The claims of a good token, or why it is not one. */
  public sealed interface Verdict {
    record Good(Map<String, String> claims) implements Verdict {}

    record Bad(String why) implements Verdict {}
  }

  /** Checks the value of an Authorization header. */
  public Verdict check(String authorization, Instant realNow) {
    String token = authorization.replaceFirst("(?i)^bearer ", "").strip();
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return new Verdict.Bad("the token is not a JWT");
    }
    try {
      JsonNode header = json(parts[0]);
      PublicKey key = keys.get(header.path("kid").asText());
      if (!header.path("alg").asText().equals("RS256") || key == null) {
        return new Verdict.Bad("the token is not signed with RS256 by a key of the issuer");
      }
      return isSigned(parts, key)
          ? claims(json(parts[1]), realNow)
          : new Verdict.Bad("the signature is wrong");
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return new Verdict.Bad("the token is not readable");
    }
  }

  private static boolean isSigned(String[] parts, PublicKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private Verdict claims(JsonNode claims, Instant realNow) {
    if (!claims.path("iss").asText().equals(authorizer.issuer())) {
      return new Verdict.Bad("the issuer is another");
    }
    JsonNode audience = claims.has("aud") ? claims.path("aud") : claims.path("client_id");
    Stream<JsonNode> named = audience.isArray() ? audience.valueStream() : Stream.of(audience);
    if (named.map(JsonNode::asText).noneMatch(authorizer.audience()::contains)) {
      return new Verdict.Bad("the audience is another");
    }
    long now = realNow.getEpochSecond();
    if (claims.path("exp").asLong() <= now) {
      return new Verdict.Bad("the token has expired");
    }
    boolean early = claims.path("nbf").asLong() > now || claims.path("iat").asLong() > now;
    return early ? new Verdict.Bad("the token is not valid yet") : new Verdict.Good(texts(claims));
  }

  private static Map<String, String> texts(JsonNode claims) {
    Map<String, String> texts = new LinkedHashMap<>();
    claims.properties().forEach(claim -> texts.put(claim.getKey(), text(claim.getValue())));
    return texts;
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(" ", "[", "]"))
        : value.isObject() ? value.toString() : value.asText();
  }

  private static JsonNode json(String part) {
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(part);
      return Json.object(new String(decoded, StandardCharsets.UTF_8));
    } catch (org.firstbatch.casework.problem.PermanentFault e) {
      throw new IllegalArgumentException("not a JSON object", e);
    }
  }
}
