package org.firstbatch.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.firstbatch.allocation.RunPlan;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.Table;
import org.firstbatch.policy.PolicyFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The policy function as Lambda starts it, but for its client: an event goes in, JSON comes out.
 */
final class PolicyHandler implements AutoCloseable {

  private final ApplicationContext context;
  private final PolicyFunction function;

  PolicyHandler(DynamoDbClient client) {
    context =
        ApplicationContext.builder()
            .properties(properties())
            .beanConfigurations(new OtherFunction(RunPlan.class.getPackage()))
            .beanDefinitions(
                RuntimeBeanDefinition.builder(DynamoDbClient.class, () -> client)
                    .replaces(DynamoDbClient.class)
                    .singleton(true)
                    .build())
            .start();
    function = new PolicyFunction(context);
  }

  private static Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("firstbatch.region", "cn-north-1");
    for (Table table : Table.values()) {
      properties.put("firstbatch.tables." + table.label(), table.label());
    }
    return properties;
  }

  byte[] handle(byte[] event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event), answer, null);
    return answer.toByteArray();
  }

  static void requireCreated(byte[] answer) {
    var json = Json.tree(new ByteArrayInputStream(answer));
    if (json.path("statusCode").asInt() != 201) {
      throw new IllegalStateException("Not registered: " + json);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** Leaves out the wiring of the other function on this class path: no function has another's. */
  private record OtherFunction(Package wiring) implements BeanConfiguration {
    @Override
    public Package getPackage() {
      return wiring;
    }

    @Override
    public String getName() {
      return wiring.getName();
    }

    @Override
    public @Nullable String getVersion() {
      return null;
    }

    @Override
    public boolean isEnabled(BeanContext beans, @Nullable BeanResolutionContext resolution) {
      return false;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Micronaut declares it
    public boolean isWithin(BeanDefinitionReference bean) {
      return bean.getBeanDefinitionName().startsWith(getName() + ".");
    }
  }
}
