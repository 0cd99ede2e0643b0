package org.firstbatch.casework.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.User;

/**
 * The one way to write and read JSON: amounts as decimal yuan in strings, days and instants in ISO
 * 8601.
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // What a record can tell of itself (isClosed) is not part of what is stored.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .addMixIn(User.class, UserMixIn.class)
          .addMixIn(Finding.class, FindingMixIn.class)
          .addModule(values())
          .build();

  private Json() {}

  /** A user at home has a credit code, one abroad a country: the fields tell them apart. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({@JsonSubTypes.Type(User.Domestic.class), @JsonSubTypes.Type(User.Foreign.class)})
  private interface UserMixIn {}

  /** Wherever a finding is written, the page that explains its rule is written too. */
  private interface FindingMixIn {
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    String page();
  }

  /** The mapper with these rules. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** Writes a value. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new PermanentFault("Cannot be written as JSON: " + value.getClass().getName(), e);
    }
  }

  /** Reads what this product wrote itself; anything that does not fit is a fault. */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new PermanentFault("A stored record does not fit " + type.getSimpleName(), e);
    }
  }

  /** Reads an event of the platform. */
  public static JsonNode tree(InputStream json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new PermanentFault("An event is not JSON", e);
    }
  }

  /** Reads a stored record's content as a tree. */
  public static ObjectNode object(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new PermanentFault(
          "Not a JSON object: " + json.substring(0, Math.min(80, json.length())), e);
    }
  }

  private static SimpleModule values() {
    SimpleModule module = new SimpleModule("firstbatch");
    asText(module, Money.class, Money::toString, Money::parse);
    asText(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
    asText(module, Instant.class, Instant::toString, Instant::parse);
    asText(module, CreditCode.class, CreditCode::value, CreditCode::new);
    asText(module, Moment.class, Moment::toString, Moment::parse);
    return module;
  }

  private static <T> void asText(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new JsonDeserializer<T>() {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read.apply(in.getText());
          }
        });
  }
}
