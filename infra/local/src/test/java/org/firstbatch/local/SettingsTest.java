package org.firstbatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.firstbatch.local.delivery.ObjectEvents.Mischief;
import org.firstbatch.local.screen.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static Settings with(String... keysAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Settings.of(properties);
  }

  @Test
  void shouldPlayTheCityAndStayWhenNothingIsSaid() {
    Settings settings = with();

    assertEquals("http://127.0.0.1:8080", settings.address());
    assertEquals(Settings.Demo.STAY, settings.demo());
    assertEquals(Set.of(), settings.mischief());
    assertFalse(settings.chinese());
  }

  @Test
  void shouldTakeFourPortsInARow() {
    Settings settings = with("local.port", "9000");

    assertEquals(9001, settings.uploadPort());
    assertEquals(9002, settings.dynamoDbPort());
    assertEquals(9003, settings.s3Port());
  }

  @Test
  void shouldReadEveryChoice() {
    Settings settings =
        with(
            "local.root", "/checkout",
            "local.data", "elsewhere/data",
            "local.lang", "zh-CN",
            "local.demo", "exit",
            "local.events", "doubled,reordered");

    assertEquals(Path.of("/checkout/elsewhere/data"), settings.data());
    assertEquals(Path.of("/checkout/elsewhere/demo"), settings.demoFolder());
    assertTrue(settings.chinese());
    assertEquals(Settings.Demo.EXIT, settings.demo());
    assertEquals(Set.of(Mischief.DOUBLED, Mischief.REORDERED), settings.mischief());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "65533", "http", ""})
  void shouldSayWhichPortsThereAre(String port) {
    Trouble trouble = assertThrows(Trouble.class, () -> with("local.port", port));

    assertEquals(
        "-Dlocal.port takes a number from 1 to 65532, not \"" + port + "\".", trouble.english());
    assertEquals("-Dlocal.port 应为 1 至 65532 的数字，不能是“" + port + "”。", trouble.chinese());
  }

  @Test
  void shouldTakeTheLastFourPorts() {
    assertEquals(65535, with("local.port", "65532").s3Port());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local.demo   | leave   | [stay, exit, none]",
        "local.demo   | STAY    | [stay, exit, none]",
        "local.events | doubled,lost | [late, doubled, reordered]"
      })
  void shouldNameTheChoicesBesideAWrongOne(String property, String value, String choices) {
    Trouble trouble = assertThrows(Trouble.class, () -> with(property, value));

    String wrong = value.replaceFirst(".*,", "");
    assertEquals(
        "-D%s is one of %s, not \"%s\".".formatted(property, choices, wrong), trouble.english());
    assertEquals("-D%s 可选 %s，不能是“%s”。".formatted(property, choices, wrong), trouble.chinese());
  }
}
