package org.firstbatch.local.template;

import java.util.Map;

/** Reads a pipe's declaration. */
final class PipeReader {

  private PipeReader() {}

  static PipeSpec read(Stack.Resource resource) {
    Map<String, Object> properties = resource.properties();
    Map<String, Object> target = Tree.map(properties.get("TargetParameters"));
    if (target.containsKey("InputTemplate")) {
      throw new IllegalArgumentException(
          resource.logicalId() + ": no pipe with an InputTemplate on one machine");
    }
    Map<String, Object> onBus = Tree.map(target.get("EventBridgeEventBusParameters"));
    return new PipeSpec(
        resource.logicalId(),
        Arns.tableOf(Tree.text(properties, "Source")),
        EventPattern.filters(Tree.map(properties.get("SourceParameters"))),
        Arns.nameOf(Tree.text(properties, "Target")),
        Tree.text(onBus, "Source"),
        Tree.text(onBus, "DetailType"));
  }
}
