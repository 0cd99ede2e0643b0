package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.casework.record.Table;

/**
 * One action on one resource that the template grants a function.
 *
 * @param on a table's label, an index below it, or a bucket's label and the paths of its objects,
 *     in which {@code *} stands for anything
 */
record Grant(String function, String on, String action) {

  private static final Pattern TABLE =
      Pattern.compile("Storage\\.Outputs\\.(\\w+)TableArn(?:}(/index/[\\w-]+))?");
  private static final Pattern BUCKET =
      Pattern.compile("Storage\\.Outputs\\.(\\w+)BucketArn(?:}/([^\"]+))?");

  /** What the template grants each of its functions. */
  static List<Grant> all() {
    return Cloud.resources(Cloud.read(Checkout.template()), "AWS::Serverless::Function").stream()
        .flatMap(
            function -> {
              JsonNode policies = function.getValue().path("Properties").path("Policies");
              return Cloud.statements(policies).stream()
                  .flatMap(statement -> grants(function.getKey(), statement));
            })
        .toList();
  }

  private static Stream<Grant> grants(String function, JsonNode statement) {
    return resources(statement)
        .flatMap(
            on ->
                Cloud.each(statement.path("Action")).stream()
                    .map(action -> new Grant(function, on, action.asText())));
  }

  private static Stream<String> resources(JsonNode statement) {
    return Cloud.each(statement.path("Resource")).stream()
        .flatMap(
            resource -> {
              String written = resource.toString();
              Matcher table = TABLE.matcher(written);
              Matcher bucket = BUCKET.matcher(written);
              return table.find()
                  ? Stream.of(table(table))
                  : bucket.find() ? objects(bucket, statement) : Stream.of(written);
            });
  }

  private static String table(Matcher found) {
    String label =
        Stream.of(Table.values())
            .map(Table::label)
            .filter(each -> each.replace("-", "").equalsIgnoreCase(found.group(1)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no table " + found.group(1)));
    return found.group(2) == null ? label : label + found.group(2);
  }

  /** A bucket itself is listed, the paths being those of the condition. */
  private static Stream<String> objects(Matcher found, JsonNode statement) {
    String bucket = found.group(1).toLowerCase(Locale.ROOT);
    if (found.group(2) != null) {
      return Stream.of(bucket + "/" + found.group(2));
    }
    JsonNode prefix = statement.at("/Condition/StringLike/s3:prefix");
    return prefix.isMissingNode()
        ? Stream.of(bucket + "/*")
        : Cloud.each(prefix).stream().map(each -> bucket + "/" + each.asText());
  }

  boolean isOf(String name) {
    return function.equals(name);
  }

  /** Whether it lets a function do what {@link Uses} noted. */
  boolean allows(String use) {
    String resource =
        Stream.of(on.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return use.matches(resource + " " + Pattern.quote(action));
  }

  @Override
  public String toString() {
    return function + " " + on + " " + action;
  }
}
