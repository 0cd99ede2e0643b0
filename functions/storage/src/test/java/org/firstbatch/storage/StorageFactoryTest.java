package org.firstbatch.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.firstbatch.storage.server.DynamoDbServer;
import org.firstbatch.storage.server.S3Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorageFactoryTest {

  private final ApplicationContext context =
      ApplicationContext.run(
          Map.of(
              "firstbatch.region",
              "cn-north-1",
              "firstbatch.dynamodb-endpoint",
              DynamoDbServer.get().endpoint(),
              "firstbatch.s3-endpoint",
              String.valueOf(S3Server.get().settings().s3Endpoint()),
              "firstbatch.s3-path-style",
              true,
              "firstbatch.access-key-id",
              "local",
              "firstbatch.secret-access-key",
              "local-secret",
              "firstbatch.tables.plan-lines",
              "plan-lines",
              "firstbatch.buckets.evidence",
              S3Server.name(Bucket.EVIDENCE)));

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void shouldWireThePortsFromProperties() {
    Records records = context.getBean(Records.class);
    assertEquals(Optional.empty(), records.find(new RecordKey(Table.PLAN_LINES, "dalian", "none")));
    ObjectStore objects = context.getBean(ObjectStore.class);
    assertEquals(Optional.empty(), objects.find(new ObjectKey(Bucket.EVIDENCE, "none")));
    assertSame(records, context.getBean(Records.class));
    assertSame(objects, context.getBean(ObjectStore.class));
  }

  @Test
  void shouldSayWhichPropertyIsMissing() {
    Records records = context.getBean(Records.class);
    PermanentFault fault =
        assertThrows(
            PermanentFault.class,
            () -> records.find(new RecordKey(Table.CLAIMS, "dalian", "none")));
    assertTrue(fault.toString().contains("firstbatch.tables.claims"), fault.toString());
    ObjectStore objects = context.getBean(ObjectStore.class);
    ObjectKey archived = new ObjectKey(Bucket.ARCHIVE, "plan");
    Duration validFor = Duration.ofMinutes(1);
    assertThrows(PermanentFault.class, () -> objects.presignGet(archived, "plan", validFor));
  }
}
