package org.firstbatch.local.host;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.firstbatch.local.template.FunctionSpec;

/** The functions of a template, each loaded when it is first called, and then kept. */
public final class LambdaHost implements Functions, AutoCloseable {

  private final Map<String, FunctionSpec> specs = new HashMap<>();
  private final Map<String, String> environment;
  private final Map<String, LoadedFunction> loaded = new ConcurrentHashMap<>();

  /**
   * @param environment variables of this machine, in the place of what a role and a region give in
   *     the cloud; they win over the template's
   */
  public LambdaHost(Collection<FunctionSpec> functions, Map<String, String> environment) {
    functions.forEach(function -> specs.put(function.name(), function));
    this.environment = Map.copyOf(environment);
  }

  /** Loads a function unless it is there. */
  public void load(String function) {
    loaded(function);
  }

  private LoadedFunction loaded(String name) {
    return loaded.computeIfAbsent(name, _ -> load(spec(name)));
  }

  private FunctionSpec spec(String name) {
    FunctionSpec spec = specs.get(name);
    if (spec == null) {
      throw new IllegalArgumentException("The template has no function " + name);
    }
    return spec;
  }

  private LoadedFunction load(FunctionSpec spec) {
    Map<String, String> all = new HashMap<>(spec.environment());
    all.putAll(environment);
    return new LoadedFunction(spec.name(), spec.jar(), spec.handler(), all);
  }

  @Override
  public byte[] invoke(String function, byte[] event) throws FunctionFailed {
    int timeout = spec(function).timeoutSeconds();
    return loaded(function).invoke(event, UUID.randomUUID().toString(), timeout);
  }

  @Override
  public void close() {
    loaded.values().forEach(LoadedFunction::close);
  }
}
