package org.firstbatch.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.server.Kept;

/** A local OIDC issuer: tokens for anybody, signed with a key that is kept with the data. */
public final class Issuer {

  private static final int KEY_BITS = 2048;

  private final String address;
  private final String audience;
  private final RSAPrivateCrtKey key;
  private final RSAPublicKey publicKey;

  private Issuer(String address, String audience, RSAPrivateCrtKey key)
      throws GeneralSecurityException {
    this.address = address;
    this.audience = audience;
    this.key = key;
    this.publicKey =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
  }

  /**
   * The issuer with its key in a file, which is made if it is not there.
   *
   * @param address the issuer's address, without a slash at the end
   */
  public static Issuer keptIn(Path file, String address, String audience) {
    try {
      if (!Files.exists(file)) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, generator.generateKeyPair().getPrivate().getEncoded());
      }
      PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Files.readAllBytes(file));
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
      return new Issuer(address, audience, key);
    } catch (GeneralSecurityException e) {
      throw Kept.damaged(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("The issuer's key is not readable: " + file, e);
    }
  }

  /** The public key by its id. */
  public Map<String, PublicKey> keys() {
    return Map.of(keyId(), publicKey);
  }

  private String keyId() {
    return key.getModulus().toString(16).substring(0, 16);
  }

  /** A token for a person, valid in real time from now on. */
  public String token(String person, Instant realNow, Duration validFor) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", address);
    claims.put("aud", audience);
    claims.put("sub", person);
    claims.put("iat", realNow.getEpochSecond());
    claims.put("exp", realNow.plus(validFor).getEpochSecond());
    String header = Json.write(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId()));
    String content = encode(header) + "." + encode(Json.write(claims));
    return content + "." + sign(content);
  }

  private String sign(String content) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The issuer's key does not sign", e);
    }
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The document at {@code /.well-known/openid-configuration}. */
  public Map<String, Object> discovery() {
    return Map.of(
        "issuer", address,
        "jwks_uri", address + "/jwks",
        "id_token_signing_alg_values_supported", List.of("RS256"),
        "response_types_supported", List.of("token"),
        "subject_types_supported", List.of("public"));
  }

  /** The key set. */
  public Map<String, Object> jwks() {
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                keyId(),
                "n",
                number(publicKey.getModulus()),
                "e",
                number(publicKey.getPublicExponent()))));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    byte[] magnitude = java.util.Arrays.copyOfRange(bytes, sign, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
  }
}
