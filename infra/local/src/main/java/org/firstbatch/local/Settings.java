package org.firstbatch.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.firstbatch.local.delivery.ObjectEvents.Mischief;
import org.firstbatch.local.screen.Trouble;

/**
 * What can be chosen with {@code -Dlocal.…}.
 *
 * @param root the checkout
 * @param data where everything is kept
 * @param port of the API; uploads, DynamoDB and S3 take the three that follow
 * @param chinese the language of the output: {@code -Dlocal.lang=zh}
 * @param demo what is played on an empty store
 * @param mischief what happens to events: {@code -Dlocal.events=late,doubled,reordered}
 * @param leashed ends when the parent process ends
 */
record Settings(
    Path root,
    Path data,
    int port,
    boolean chinese,
    Demo demo,
    Set<Mischief> mischief,
    boolean leashed) {

  /** What is played on an empty store. */
  enum Demo {
    /** The sample city, which then stays up. */
    STAY,
    /** The sample city; then everything ends, with 0 if all agreed. */
    EXIT,
    /** Nothing. */
    NONE
  }

  static Settings of(Properties properties) {
    Path root = Path.of(properties.getProperty("local.root", ".")).toAbsolutePath().normalize();
    Path data = Path.of(properties.getProperty("local.data", "infra/local/target/data"));
    return new Settings(
        root,
        root.resolve(data).normalize(),
        port(properties.getProperty("local.port", "8080")),
        isChinese(properties),
        choice(Demo.class, "local.demo", properties.getProperty("local.demo", "stay")),
        mischief(properties.getProperty("local.events", "prompt")),
        Boolean.parseBoolean(properties.getProperty("local.leashed", "false")));
  }

  /** Which language the output is in; asked for before anything else can be wrong. */
  static boolean isChinese(Properties properties) {
    return properties.getProperty("local.lang", "en").startsWith("zh");
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port + 3 < 65_536) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new Trouble(
        "-Dlocal.port takes a number from 1 to 65532, not \"%s\".".formatted(text),
        "-Dlocal.port 应为 1 至 65532 的数字，不能是“%s”。".formatted(text));
  }

  private static Set<Mischief> mischief(String text) {
    Set<Mischief> all = EnumSet.noneOf(Mischief.class);
    if (!text.equals("prompt")) {
      for (String name : text.split(",")) {
        all.add(choice(Mischief.class, "local.events", name));
      }
    }
    return all;
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String property, String text) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text.strip())) {
        return each;
      }
    }
    String choices = EnumSet.allOf(type).toString().toLowerCase(Locale.ROOT);
    throw new Trouble(
        "-D%s is one of %s, not \"%s\".".formatted(property, choices, text),
        "-D%s 可选 %s，不能是“%s”。".formatted(property, choices, text));
  }

  int uploadPort() {
    return port + 1;
  }

  int dynamoDbPort() {
    return port + 2;
  }

  int s3Port() {
    return port + 3;
  }

  /** Where the API is. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Where functions and this program log. */
  Path log() {
    return data.resolve("log/functions.log");
  }

  /** Where the demo's files go: beside the data. */
  Path demoFolder() {
    return data.resolveSibling("demo");
  }
}
