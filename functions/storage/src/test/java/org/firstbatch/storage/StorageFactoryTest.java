package org.firstbatch.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.net.URI;
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
  void shouldTakeTheNamesThatATemplateSetsInTheEnvironment() {
    PropertySource environment =
        PropertySource.of(
            "template",
            Map.of(
                "FIRSTBATCH_REGION", "cn-north-1",
                "FIRSTBATCH_S3_PATH_STYLE", "true",
                "FIRSTBATCH_ACCESS_KEY_ID", "local",
                "FIRSTBATCH_SECRET_ACCESS_KEY", "local",
                "FIRSTBATCH_PUT_CONCURRENCY", "7",
                "FIRSTBATCH_TABLES_PLAN_LINES", "stack-plan-lines",
                "FIRSTBATCH_BUCKETS_EVIDENCE", "stack-evidence"),
            PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
            PropertySource.Origin.of("template.yaml"));
    try (ApplicationContext deployed =
        ApplicationContext.builder().propertySources(environment).start()) {
      assertEquals(
          new StorageSettings("cn-north-1", null, null, true, "local", "local", 7),
          deployed.getBean(StorageSettings.class));
      assertEquals(
          Optional.of("stack-plan-lines"),
          deployed.getProperty("firstbatch.tables.plan-lines", String.class));
      URI link =
          deployed
              .getBean(ObjectStore.class)
              .presignGet(new ObjectKey(Bucket.EVIDENCE, "a"), "a", Duration.ofMinutes(1));
      assertTrue(link.getPath().startsWith("/stack-evidence/"), link.toString());
    }
  }

  @Test
  void shouldRefuseHalfAKeyAndNeverShowASecret() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new StorageSettings("cn-north-1", null, null, false, "id", null, 4));
    assertFalse(S3Server.get().settings().toString().contains("local-secret"));
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
