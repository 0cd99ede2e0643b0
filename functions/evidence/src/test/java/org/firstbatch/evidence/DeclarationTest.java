package org.firstbatch.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationTest {

  private static final String SHA256 = "0".repeat(64);

  @ParameterizedTest
  @ValueSource(strings = {"营业执照.pdf", "a.b.pdf", "报告（第 2 版）.pdf", "..pdf"})
  void shouldTakeAFileName(String name) {
    Outcome.Done<?> done = assertInstanceOf(Outcome.Done.class, read(name));

    assertEquals(new Declaration(name, DocumentType.PDF, 1, SHA256), done.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.pdf", "/etc/passwd", "a/b.pdf", "a\\b.pdf", "C:a.pdf", "a／b.pdf", "a＼b.pdf",
        "a⁄b.pdf", ".", "..", "a\u0000.pdf", "a\n.pdf", "a\u202efdp.exe", "a\u200b.pdf"
      })
  void shouldRefuseANameWithAPathOrControlCharacters(String name) {
    Outcome.Refused<?> refused = assertInstanceOf(Outcome.Refused.class, read(name));

    assertEquals(
        List.of("/name"), refused.problem().errors().stream().map(FieldError::pointer).toList());
  }

  @Test
  void shouldNameEveryMistake() {
    String body = "{\"name\":\"a/b\",\"type\":\"text/html\",\"length\":20971521,\"sha256\":\"XX\"}";
    Outcome.Refused<?> refused = assertInstanceOf(Outcome.Refused.class, read(Fields.parse(body)));

    assertEquals(4, refused.problem().errors().size());
  }

  private static Outcome<Declaration> read(String name) {
    Map<String, Object> body =
        Map.of("name", name, "type", "application/pdf", "length", 1, "sha256", SHA256);
    return read(Fields.parse(Json.write(body)));
  }

  private static Outcome<Declaration> read(Outcome<Fields> body) {
    return body.then(fields -> fields.result(Declaration.read(fields)));
  }
}
