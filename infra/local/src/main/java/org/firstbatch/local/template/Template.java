package org.firstbatch.local.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What template.yaml and its nested stacks declare. */
public final class Template {

  private final Stack root;

  private Template(Stack root) {
    this.root = root;
  }

  /**
   * Reads a template.
   *
   * @param parameters values for its parameters; the others keep their defaults
   * @throws IllegalArgumentException for a reference to something that is not there
   */
  public static Template read(
      Path file, String stackName, String region, Map<String, String> parameters) {
    Map<String, String> pseudo =
        Map.of(
            "AWS::Region", region,
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackId", stackName);
    return new Template(new Stack(file, stackName, pseudo, new LinkedHashMap<>(parameters)));
  }

  /** The functions, of all stacks. */
  public List<FunctionSpec> functions() {
    return root.all().stream()
        .flatMap(
            stack ->
                stack.resources("AWS::Serverless::Function").stream()
                    .map(resource -> new FunctionReader(stack, resource).read()))
        .toList();
  }

  /** The pipes, of all stacks. */
  public List<PipeSpec> pipes() {
    return resources("AWS::Pipes::Pipe").map(PipeReader::read).toList();
  }

  /** The tables, of all stacks. */
  public List<TableSpec> tables() {
    return resources("AWS::DynamoDB::Table").map(TableReader::read).toList();
  }

  /** The physical names of the buckets, of all stacks. */
  public List<String> buckets() {
    return resources("AWS::S3::Bucket").map(Stack.Resource::name).toList();
  }

  /** The JWT authorizer of the HTTP API; empty when there is none. */
  public Optional<AuthorizerSpec> authorizer() {
    return resources("AWS::Serverless::HttpApi")
        .map(api -> Tree.map(Tree.at(api.properties(), "Auth", "Authorizers")))
        .flatMap(authorizers -> authorizers.values().stream())
        .map(authorizer -> Tree.map(Tree.map(authorizer).get("JwtConfiguration")))
        .map(Template::authorizer)
        .findFirst();
  }

  private static AuthorizerSpec authorizer(Map<String, Object> jwt) {
    return new AuthorizerSpec(
        Tree.text(jwt, "issuer"),
        Tree.list(jwt.get("audience")).stream().map(String::valueOf).toList());
  }

  private java.util.stream.Stream<Stack.Resource> resources(String type) {
    return root.all().stream()
        .filter(Objects::nonNull)
        .flatMap(stack -> stack.resources(type).stream());
  }
}
