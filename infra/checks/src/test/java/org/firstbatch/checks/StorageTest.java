package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.Test;

/** What infra/storage.yaml promises of each table and bucket. */
class StorageTest {

  private static final JsonNode STORAGE = Cloud.read(Checkout.root().resolve("infra/storage.yaml"));
  private static final List<Map.Entry<String, JsonNode>> BUCKETS =
      Cloud.resources(STORAGE, "AWS::S3::Bucket");
  private static final List<Map.Entry<String, JsonNode>> TABLES =
      Cloud.resources(STORAGE, "AWS::DynamoDB::Table");

  /** As long as nobody asked for a public website: it alone may have another answer. */
  private static final JsonNode UNLESS_PUBLIC =
      Json.object("{\"!If\":[\"PublicWebsite\",false,true]}");

  private static void eachBucket(Check check) {
    assertFalse(BUCKETS.isEmpty());
    BUCKETS.forEach(bucket -> check.of(bucket.getKey(), bucket.getValue().path("Properties")));
  }

  private static void eachTable(Check check) {
    assertFalse(TABLES.isEmpty());
    TABLES.forEach(table -> check.of(table.getKey(), table.getValue().path("Properties")));
  }

  /** What must be so of a resource. */
  private interface Check {
    void of(String name, JsonNode properties);
  }

  private static Set<String> names(List<Map.Entry<String, JsonNode>> resources, String suffix) {
    return resources.stream()
        .map(each -> each.getKey().replaceFirst(suffix + "$", "").toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldHaveTheBucketsAndTablesOfTheCodeAndNoOther() {
    assertEquals(
        Stream.of(Bucket.values()).map(Bucket::label).collect(Collectors.toSet()),
        names(BUCKETS, "Bucket"));
    assertEquals(
        Stream.of(Table.values())
            .map(table -> table.label().replace("-", ""))
            .collect(Collectors.toSet()),
        names(TABLES, "Table"));
  }

  @Test
  void shouldKeepEveryTableAndBucketWhenTheStackGoes() {
    Stream.concat(BUCKETS.stream(), TABLES.stream())
        .forEach(
            each -> {
              String name = each.getKey();
              assertEquals("Retain", each.getValue().path("DeletionPolicy").asText(), name);
              assertEquals("Retain", each.getValue().path("UpdateReplacePolicy").asText(), name);
            });
  }

  @Test
  void shouldPayForEachTableByRequest() {
    eachTable(
        (name, table) -> {
          assertEquals("PAY_PER_REQUEST", table.path("BillingMode").asText(), name);
          assertFalse(table.has("ProvisionedThroughput"), name);
        });
  }

  @Test
  void shouldBringBackEachTableAsItStoodAtAnyPointInTime() {
    eachTable(
        (name, table) ->
            assertTrue(
                table
                    .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                    .asBoolean(),
                name));
  }

  /** A parameter, which LocalStack's tests need; whoever sets nothing is protected. */
  @Test
  void shouldProtectEachTableFromDeletionUnlessTheParameterSaysOtherwise() {
    eachTable(
        (name, table) ->
            assertEquals(
                "DeletionProtection", table.at("/DeletionProtectionEnabled/!Ref").asText(), name));
    for (JsonNode template : List.of(STORAGE, Cloud.read(Checkout.template()))) {
      assertEquals("true", template.at("/Parameters/DeletionProtection/Default").asText());
    }
    JsonNode storage = Cloud.read(Checkout.template()).at("/Resources/Storage/Properties");
    assertEquals("DeletionProtection", storage.at("/Parameters/DeletionProtection/!Ref").asText());
  }

  @Test
  void shouldEncryptEachTableAndBucket() {
    eachTable(
        (name, table) -> assertTrue(table.at("/SSESpecification/SSEEnabled").asBoolean(), name));
    eachBucket(
        (name, bucket) ->
            assertEquals(
                "AES256",
                bucket
                    .at(
                        "/BucketEncryption/ServerSideEncryptionConfiguration/0"
                            + "/ServerSideEncryptionByDefault/SSEAlgorithm")
                    .asText(),
                name));
  }

  @Test
  void shouldKeepTheOldVersionsOfEachObject() {
    eachBucket(
        (name, bucket) ->
            assertEquals("Enabled", bucket.at("/VersioningConfiguration/Status").asText(), name));
  }

  /** Nothing may expire by a rule: what is old is evidence too. */
  @Test
  void shouldLetNoRuleRemoveAnObject() {
    eachBucket(
        (name, bucket) -> {
          for (JsonNode rule : bucket.at("/LifecycleConfiguration/Rules")) {
            Set<String> says = new TreeSet<>();
            rule.fieldNames().forEachRemaining(says::add);
            assertEquals(Set.of("Id", "Status", "AbortIncompleteMultipartUpload"), says, name);
          }
        });
  }

  @Test
  void shouldBlockPublicAccessToEachBucketUnlessTheWebsiteIsToBePublic() {
    eachBucket(
        (name, bucket) -> {
          boolean website = name.equals("WebsiteBucket");
          JsonNode block = bucket.path("PublicAccessBlockConfiguration");
          for (String never : List.of("BlockPublicAcls", "IgnorePublicAcls")) {
            assertTrue(block.path(never).asBoolean(), name + " " + never);
          }
          for (String policy : List.of("BlockPublicPolicy", "RestrictPublicBuckets")) {
            assertTrue(
                website ? block.path(policy).equals(UNLESS_PUBLIC) : block.path(policy).asBoolean(),
                name + " " + policy);
          }
          assertEquals(
              "BucketOwnerEnforced",
              bucket.at("/OwnershipControls/Rules/0/ObjectOwnership").asText(),
              name);
        });
  }

  @Test
  void shouldKeepTheWebsitePrivateUnlessTheParameterSaysOtherwise() {
    assertEquals(
        Json.object("{\"!Equals\":[{\"!Ref\":\"PublicWebsite\"},\"true\"]}"),
        STORAGE.at("/Conditions/PublicWebsite"));
    for (JsonNode template : List.of(STORAGE, Cloud.read(Checkout.template()))) {
      assertEquals("false", template.at("/Parameters/PublicWebsite/Default").asText());
    }
  }

  /** Who reads without TLS is refused at each bucket; nobody else is let in but at the website. */
  @Test
  void shouldRefuseWhoeverComesWithoutTlsAndLetInNobodyButTheWebsitesReaders() {
    Set<String> protectedBuckets = new TreeSet<>();
    for (var policy : Cloud.resources(STORAGE, "AWS::S3::BucketPolicy")) {
      String bucket = policy.getValue().at("/Properties/Bucket/!Ref").asText();
      List<JsonNode> statements = Cloud.statements(policy.getValue());

      assertEquals(tls(bucket), statements.getFirst(), bucket);
      List<JsonNode> more = statements.subList(1, statements.size());
      assertEquals(bucket.equals("WebsiteBucket") ? List.of(readers()) : List.of(), more, bucket);
      protectedBuckets.add(bucket);
    }

    assertEquals(
        BUCKETS.stream().map(Map.Entry::getKey).collect(Collectors.toSet()), protectedBuckets);
  }

  private static JsonNode tls(String bucket) {
    return Json.object(
        """
        {"Sid": "OnlyTls", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
         "Resource": [{"!GetAtt": "%1$s.Arn"}, {"!Sub": "${%1$s.Arn}/*"}],
         "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
        """
            .formatted(bucket));
  }

  private static JsonNode readers() {
    return Json.object(
        """
        {"!If": ["PublicWebsite",
          {"Sid": "EverybodyReads", "Effect": "Allow", "Principal": "*",
           "Action": "s3:GetObject", "Resource": {"!Sub": "${WebsiteBucket.Arn}/*"}},
          {"!Ref": "AWS::NoValue"}]}
        """);
  }

  /** Only the archive: whoever replaced or removed a signed plan there would be refused. */
  @Test
  void shouldLockTheArchiveForTheYearsOfTheParameter() {
    eachBucket(
        (name, bucket) -> {
          boolean archive = name.equals("ArchiveBucket");
          assertEquals(archive, bucket.path("ObjectLockEnabled").asBoolean(), name);
          assertEquals(archive, bucket.has("ObjectLockConfiguration"), name);
        });
    JsonNode archive = STORAGE.at("/Resources/ArchiveBucket/Properties/ObjectLockConfiguration");
    assertEquals("Enabled", archive.path("ObjectLockEnabled").asText());
    JsonNode retention = archive.at("/Rule/DefaultRetention");
    assertEquals("COMPLIANCE", retention.path("Mode").asText());
    assertEquals("ArchiveRetentionYears", retention.at("/Years/!Ref").asText());
    assertEquals(10, STORAGE.at("/Parameters/ArchiveRetentionYears/Default").asInt());
  }

  /** Functions hear of what arrives by rules, which hear of it from the bucket. */
  @Test
  void shouldTellOfWhatArrivesWhereSomeRuleListens() {
    Set<String> listened = new TreeSet<>();
    for (var rule : Cloud.events(Cloud.read(Checkout.template()), "EventBridgeRule")) {
      rule.getValue()
          .at("/Pattern/detail/bucket/name")
          .forEach(
              name -> listened.add(name.at("/!GetAtt").asText().replaceFirst(".*Outputs\\.", "")));
    }

    assertEquals(Set.of("EvidenceBucket"), listened);
    eachBucket(
        (name, bucket) ->
            assertTrue(
                !listened.contains(name)
                    || bucket
                        .at(
                            "/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled")
                        .asBoolean(),
                name));
  }
}
