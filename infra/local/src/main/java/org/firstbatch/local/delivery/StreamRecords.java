package org.firstbatch.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Writes a stream's records as Lambda hands them to functions. */
final class StreamRecords {

  private StreamRecords() {}

  static ObjectNode event(List<ObjectNode> records) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.putArray("Records").addAll(records);
    return event;
  }

  /** A record's place in its shard. */
  static String sequence(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  static ObjectNode record(Record record, String streamArn) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("eventID", record.eventID());
    node.put("eventName", record.eventNameAsString());
    node.put("eventVersion", record.eventVersion());
    node.put("eventSource", "aws:dynamodb");
    node.put("awsRegion", record.awsRegion());
    node.put("eventSourceARN", streamArn);
    StreamRecord change = record.dynamodb();
    ObjectNode dynamodb = node.putObject("dynamodb");
    dynamodb.put(
        "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    dynamodb.set("Keys", map(change.keys()));
    if (change.hasNewImage()) {
      dynamodb.set("NewImage", map(change.newImage()));
    }
    if (change.hasOldImage()) {
      dynamodb.set("OldImage", map(change.oldImage()));
    }
    dynamodb.put("SequenceNumber", change.sequenceNumber());
    dynamodb.put("SizeBytes", change.sizeBytes());
    dynamodb.put("StreamViewType", change.streamViewTypeAsString());
    return node;
  }

  private static ObjectNode map(Map<String, AttributeValue> values) {
    ObjectNode node = Json.mapper().createObjectNode();
    values.forEach((name, value) -> node.set(name, value(value)));
    return node;
  }

  private static ObjectNode value(AttributeValue value) {
    ObjectNode node = Json.mapper().createObjectNode();
    switch (value.type()) {
      case S -> node.put("S", value.s());
      case N -> node.put("N", value.n());
      case B -> node.put("B", value.b().asByteArray());
      case BOOL -> node.put("BOOL", value.bool());
      case NUL -> node.put("NULL", true);
      case M -> node.set("M", map(value.m()));
      case L -> {
        ArrayNode list = node.putArray("L");
        value.l().forEach(each -> list.add(value(each)));
      }
      case SS -> texts(node.putArray("SS"), value.ss());
      case NS -> texts(node.putArray("NS"), value.ns());
      default -> throw new IllegalArgumentException("No such attribute in a stream: " + value);
    }
    return node;
  }

  private static void texts(ArrayNode list, List<String> values) {
    values.forEach(list::add);
  }
}
