package org.firstbatch.local.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stack of a template: its resources with every reference resolved. Names that CloudFormation
 * would invent are made of the stack's name and the logical id.
 */
final class Stack {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");
  private static final Object NO_VALUE = new Object();

  private final Path file;
  private final String name;
  private final Map<String, Object> template;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Map<String, Stack> nested = new LinkedHashMap<>();
  private final Map<String, Object> pseudo;

  /**
   * A resource with every reference resolved.
   *
   * @param name its physical name
   */
  record Resource(String logicalId, String type, String name, Map<String, Object> properties) {}

  Stack(Path file, String name, Map<String, String> pseudo, Map<String, Object> given) {
    this.file = file;
    this.name = name;
    this.template = CloudFormationYaml.read(file);
    this.pseudo = new LinkedHashMap<>(pseudo);
    this.pseudo.put("AWS::StackName", name);
    readParameters(given);
    resources("AWS::CloudFormation::Stack", "TemplateURL");
    resources("AWS::Serverless::Application", "Location");
  }

  private void readParameters(Map<String, Object> given) {
    Tree.map(template.get("Parameters"))
        .forEach(
            (parameter, declaration) -> {
              Object value =
                  given.getOrDefault(parameter, Tree.map(declaration).getOrDefault("Default", ""));
              parameters.put(parameter, listed(declaration, value));
            });
  }

  private static Object listed(Object declaration, Object value) {
    String type = Tree.text(Tree.map(declaration), "Type", "String");
    boolean isList = type.equals("CommaDelimitedList") || type.startsWith("List<");
    return isList && value instanceof String text ? List.of(text.split(",", -1)) : value;
  }

  private void resources(String type, String location) {
    declared()
        .forEach(
            (id, resource) -> {
              if (type.equals(Tree.map(resource).get("Type"))) {
                nest(id, location, Tree.map(Tree.map(resource).get("Properties")));
              }
            });
  }

  private void nest(String id, String location, Map<String, Object> properties) {
    Path inner = file.resolveSibling(Tree.text(properties, location)).normalize();
    Map<String, Object> given = Tree.map(resolve(properties.getOrDefault("Parameters", Map.of())));
    Map<String, String> outer = new LinkedHashMap<>();
    pseudo.forEach((key, value) -> outer.put(key, String.valueOf(value)));
    nested.put(id, new Stack(inner, name + "-" + id, outer, given));
  }

  Path file() {
    return file;
  }

  /** This stack and all within it. */
  List<Stack> all() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(this),
            nested.values().stream().flatMap(s -> s.all().stream()))
        .toList();
  }

  /** The resources of a type whose condition holds. */
  List<Resource> resources(String type) {
    return declared().entrySet().stream()
        .filter(each -> type.equals(Tree.map(each.getValue()).get("Type")))
        .filter(each -> included(Tree.map(each.getValue())))
        .map(each -> resource(each.getKey()))
        .toList();
  }

  private boolean included(Map<String, Object> resource) {
    Object condition = resource.get("Condition");
    return condition == null || condition(String.valueOf(condition));
  }

  private Resource resource(String id) {
    Map<String, Object> declaration = Tree.map(declared().get(id));
    Map<String, Object> properties =
        Tree.map(resolve(declaration.getOrDefault("Properties", Map.of())));
    return new Resource(id, Tree.text(declaration, "Type"), physicalName(id), properties);
  }

  /** Global settings of a section, resolved. */
  Map<String, Object> globals(String section) {
    return Tree.map(resolve(Tree.map(Tree.at(template, "Globals", section))));
  }

  private Map<String, Object> declared() {
    return Tree.map(template.get("Resources"));
  }

  private String physicalName(String id) {
    Map<String, Object> properties = Tree.map(Tree.at(declared(), id, "Properties"));
    for (String given : List.of("TableName", "BucketName", "FunctionName", "QueueName", "Name")) {
      if (properties.get(given) != null) {
        return String.valueOf(resolve(properties.get(given)));
      }
    }
    String made = name + "-" + id;
    boolean isBucket = "AWS::S3::Bucket".equals(Tree.at(declared(), id, "Type"));
    return isBucket ? made.toLowerCase(Locale.ROOT) : made;
  }

  /** A node with every intrinsic function replaced by its value. */
  Object resolve(@Nullable Object node) {
    Object value = value(node);
    return NO_VALUE.equals(value) ? "" : value;
  }

  private Object value(@Nullable Object node) {
    return switch (node) {
      case null -> "";
      case Map<?, ?> map when map.size() == 1 && isFunction(map) -> call(Tree.map(map));
      case Map<?, ?> map -> members(Tree.map(map));
      case List<?> list ->
          list.stream().map(this::value).filter(value -> !NO_VALUE.equals(value)).toList();
      default -> node;
    };
  }

  private static boolean isFunction(Map<?, ?> map) {
    String key = String.valueOf(map.keySet().iterator().next());
    return key.equals("Ref") || key.startsWith("Fn::") || key.equals("Condition");
  }

  private Map<String, Object> members(Map<String, Object> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach(
        (key, node) -> {
          Object value = value(node);
          if (!NO_VALUE.equals(value)) {
            result.put(key, value);
          }
        });
    return result;
  }

  private Object call(Map<String, Object> map) {
    String function = map.keySet().iterator().next();
    Object argument = Objects.requireNonNull(map.get(function));
    List<?> arguments = Tree.list(argument);
    return switch (function) {
      case "Ref" -> ref(String.valueOf(argument));
      case "Condition" -> argument instanceof String text ? condition(text) : members(map);
      case "Fn::GetAtt" -> attribute(arguments);
      case "Fn::Sub" -> substitute(arguments);
      case "Fn::If" ->
          value(arguments.get(condition(String.valueOf(arguments.getFirst())) ? 1 : 2));
      case "Fn::Join" -> join(arguments);
      case "Fn::Select" ->
          Tree.list(value(arguments.get(1)))
              .get(Integer.parseInt(String.valueOf(value(arguments.getFirst()))));
      case "Fn::Split" ->
          List.of(
              String.valueOf(value(arguments.get(1)))
                  .split(Pattern.quote(String.valueOf(arguments.getFirst())), -1));
      case "Fn::FindInMap" -> mapped(arguments);
      case "Fn::Equals" -> text(arguments.getFirst()).equals(text(arguments.get(1)));
      case "Fn::Not" -> !truth(arguments.getFirst());
      case "Fn::And" -> arguments.stream().allMatch(this::truth);
      case "Fn::Or" -> arguments.stream().anyMatch(this::truth);
      default -> throw unknown(function + " is not understood");
    };
  }

  private String text(@Nullable Object node) {
    return String.valueOf(value(node));
  }

  private boolean truth(Object node) {
    return Boolean.parseBoolean(text(node));
  }

  private boolean condition(String condition) {
    Object declaration = Tree.map(template.get("Conditions")).get(condition);
    if (declaration == null) {
      throw unknown("there is no condition " + condition);
    }
    return truth(declaration);
  }

  private Object ref(String id) {
    if (id.equals("AWS::NoValue")) {
      return NO_VALUE;
    }
    Object known = parameters.getOrDefault(id, pseudo.get(id));
    if (known != null) {
      return known;
    }
    if (declared().containsKey(id) || id.startsWith("ServerlessHttpApi")) {
      return physicalName(id);
    }
    throw unknown("there is nothing called " + id);
  }

  private Object attribute(List<?> arguments) {
    String id = text(arguments.getFirst());
    String attribute = arguments.stream().skip(1).map(this::text).collect(Collectors.joining("."));
    Stack inner = nested.get(id);
    if (inner != null && attribute.startsWith("Outputs.")) {
      return inner.output(attribute.substring("Outputs.".length()));
    }
    if (!declared().containsKey(id)) {
      throw unknown("there is nothing called " + id);
    }
    return switch (attribute) {
      case "StreamArn" -> Arns.stream(physicalName(id));
      case "Arn" -> Arns.resource(physicalName(id));
      default -> physicalName(id) + "." + attribute;
    };
  }

  private Object output(String output) {
    Object value = Tree.at(template, "Outputs", output, "Value");
    if (value == null) {
      throw unknown("it has no output " + output);
    }
    return resolve(value);
  }

  private String substitute(List<?> arguments) {
    Map<String, Object> own = arguments.size() > 1 ? Tree.map(arguments.get(1)) : Map.of();
    Matcher matcher = PLACEHOLDER.matcher(String.valueOf(arguments.getFirst()));
    return matcher.replaceAll(match -> Matcher.quoteReplacement(placeholder(match, own)));
  }

  private String placeholder(java.util.regex.MatchResult match, Map<String, Object> own) {
    String id = match.group(2).strip();
    if (match.group(1).equals("!")) {
      return "${" + id + "}";
    }
    if (own.containsKey(id)) {
      return text(own.get(id));
    }
    int dot = id.indexOf('.');
    return String.valueOf(
        dot < 0 ? ref(id) : attribute(List.of(id.substring(0, dot), id.substring(dot + 1))));
  }

  private String join(List<?> arguments) {
    return Tree.list(value(arguments.get(1))).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(String.valueOf(arguments.getFirst())));
  }

  private Object mapped(List<?> arguments) {
    String[] path = arguments.stream().map(this::text).toArray(String[]::new);
    Object value = Tree.at(Tree.map(template.get("Mappings")), path);
    if (value == null) {
      throw unknown("there is no mapping " + String.join(".", path));
    }
    return value;
  }

  private IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException(file.getFileName() + ": " + what);
  }
}
