package org.firstbatch.local.template;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML in which {@code !Ref x} is short for {@code {Ref: x}} and so on. */
final class CloudFormationYaml {

  private CloudFormationYaml() {}

  static Map<String, Object> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Object document = new Yaml(new ShortForms()).load(reader);
      return Tree.map(document);
    } catch (IOException e) {
      throw new UncheckedIOException("The template is not readable: " + file, e);
    }
  }

  private static final class ShortForms extends SafeConstructor {
    ShortForms() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new LongForm());
    }

    private final class LongForm extends AbstractConstruct {
      @Override
      public Map<String, @Nullable Object> construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        Object value = value(name, node);
        return java.util.Collections.singletonMap(longName(name), value);
      }
    }

    private static String longName(String name) {
      return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    }

    private @Nullable Object value(String name, Node node) {
      return switch (node) {
        case ScalarNode scalar when name.equals("GetAtt") ->
            new ArrayList<Object>(Arrays.asList(scalar.getValue().split("\\.", 2)));
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> List.copyOf(constructSequence(sequence));
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalArgumentException("No short form takes " + node);
      };
    }
  }
}
