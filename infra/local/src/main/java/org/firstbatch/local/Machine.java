package org.firstbatch.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.firstbatch.local.clock.LawClock;
import org.firstbatch.local.clock.Schedules;
import org.firstbatch.local.delivery.ArrivalLog;
import org.firstbatch.local.delivery.Delivery;
import org.firstbatch.local.delivery.MappedFunction;
import org.firstbatch.local.delivery.ObjectEvents;
import org.firstbatch.local.delivery.ObjectFront;
import org.firstbatch.local.delivery.PipedFunction;
import org.firstbatch.local.delivery.StreamDelivery;
import org.firstbatch.local.delivery.StreamDelivery.Target;
import org.firstbatch.local.gateway.Gateway;
import org.firstbatch.local.gateway.Issuer;
import org.firstbatch.local.gateway.LawFront;
import org.firstbatch.local.gateway.LocalApi;
import org.firstbatch.local.gateway.RouteTable;
import org.firstbatch.local.gateway.TokenCheck;
import org.firstbatch.local.gateway.WebsiteFront;
import org.firstbatch.local.host.LambdaHost;
import org.firstbatch.local.screen.Trouble;
import org.firstbatch.local.server.Layout;
import org.firstbatch.local.server.Servers;
import org.firstbatch.local.server.Stores;
import org.firstbatch.local.template.AuthorizerSpec;
import org.firstbatch.local.template.FunctionSpec;
import org.firstbatch.local.template.PipeSpec;
import org.firstbatch.local.template.Template;
import org.firstbatch.storage.Clients;
import org.firstbatch.storage.StorageSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What template.yaml declares, running: stores, functions, gateway, events, streams, schedules. */
final class Machine implements AutoCloseable {

  /** Who administers the Commission from the beginning. */
  static final String FIRST_ADMINISTRATOR = "commission-admin-1";

  private static final String REGION = "cn-north-1";
  private static final String STACK = "firstbatch";

  /** Certificates precede policies: the sample city begins here. */
  private static final Instant CLOCK_START = Instant.parse("2025-11-03T01:00:00Z");

  private final Settings settings;
  private final Template template;
  private final List<FunctionSpec> functions;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Servers servers;
  private final LambdaHost host;
  private final Issuer issuer;
  private final LawClock clock;
  private final boolean wasEmpty;

  private Machine(Settings settings) throws IOException {
    this.settings = settings;
    template = template(settings);
    functions = template.functions();
    AuthorizerSpec authorizer = template.authorizer().orElseThrow();
    issuer =
        Issuer.keptIn(
            settings.data().resolve("issuer.key"),
            authorizer.issuer(),
            authorizer.audience().getFirst());
    new Layout(settings.data()).keep(template.tables(), template.buckets());
    clock = new LawClock(settings.data().resolve("clock"), CLOCK_START);
    servers =
        Servers.start(settings.root(), settings.data(), settings.dynamoDbPort(), settings.s3Port());
    open.add(servers);
    host = new LambdaHost(functions, machineEnvironment());
    wasEmpty = createStores();
    startDeliveriesAndGateway(authorizer);
  }

  /** Starts everything and returns once it answers. */
  static Machine start(Settings settings) throws IOException {
    return new Machine(settings);
  }

  private static Template template(Settings settings) {
    return Template.read(
        settings.root().resolve("template.yaml"),
        STACK,
        REGION,
        Map.of(
            "JwtIssuer",
            settings.address() + "/local/issuer",
            "FirstAdministrator",
            FIRST_ADMINISTRATOR,
            "WebsiteAddress",
            settings.address() + "/site",
            "ApiAddress",
            settings.address(),
            "LawAddress",
            settings.address()));
  }

  /** In the place of a role and a region. */
  private Map<String, String> machineEnvironment() {
    return Map.of(
        "FIRSTBATCH_DYNAMODB_ENDPOINT",
        "http://127.0.0.1:" + settings.dynamoDbPort(),
        "FIRSTBATCH_S3_ENDPOINT",
        "http://127.0.0.1:" + settings.uploadPort(),
        "FIRSTBATCH_S3_PATH_STYLE",
        "true",
        "FIRSTBATCH_ACCESS_KEY_ID",
        Servers.ACCESS_KEY,
        "FIRSTBATCH_SECRET_ACCESS_KEY",
        Servers.SECRET_KEY);
  }

  private StorageSettings storage() {
    return new StorageSettings(
        REGION,
        URI.create("http://127.0.0.1:" + settings.dynamoDbPort()),
        URI.create("http://127.0.0.1:" + settings.s3Port()),
        true,
        Servers.ACCESS_KEY,
        Servers.SECRET_KEY,
        1);
  }

  private boolean createStores() {
    try (DynamoDbClient dynamoDb = Clients.dynamoDb(storage());
        S3Client s3 = Clients.s3(storage())) {
      boolean empty = Stores.isEmpty(dynamoDb, template.tables());
      Stores.createTables(dynamoDb, template.tables());
      Stores.createBuckets(s3, template.buckets());
      return empty;
    } catch (SdkException e) {
      throw new Trouble(
          "The stores do not take their tables and buckets (%s): their logs are in %s; if the data is damaged, remove %s to begin anew."
              .formatted(e.getMessage(), settings.log().getParent(), settings.data()),
          "存储无法建立或读取表和桶（%s）：日志在 %s；若数据已损坏，请删除 %s 重新开始。"
              .formatted(e.getMessage(), settings.log().getParent(), settings.data()),
          e);
    }
  }

  private void startDeliveriesAndGateway(AuthorizerSpec authorizer) throws IOException {
    Path data = settings.data();
    Delivery delivery = new Delivery(host, data.resolve("undelivered.jsonl"));
    ArrivalLog log = new ArrivalLog(data.resolve("arrivals"));
    ObjectEvents events =
        new ObjectEvents(log, functions, delivery, clock::now, REGION, settings.mischief());
    recover(log);
    URI store = URI.create("http://127.0.0.1:" + settings.s3Port());
    open.add(
        Preflight.listen(
            Preflight.Use.UPLOADS,
            settings,
            () -> new ObjectFront(settings.uploadPort(), store, log, events)));
    Schedules schedules = new Schedules(clock, functions, delivery);
    serve(authorizer, schedules);
    background("object-events", events);
    startStreams(delivery, data.resolve("streams"));
  }

  /** A put that was under way when the process died has arrived if its object is there. */
  private void recover(ArrivalLog log) {
    try (S3Client s3 = Clients.s3(storage())) {
      log.recover((bucket, key) -> etag(s3, bucket, key));
    }
  }

  private static Optional<String> etag(S3Client s3, String bucket, String key) {
    try {
      String etag = s3.headObject(head -> head.bucket(bucket).key(key)).eTag();
      return Optional.of(etag.replace("\"", ""));
    } catch (S3Exception _) {
      return Optional.empty();
    }
  }

  private void serve(AuthorizerSpec authorizer, Schedules schedules) throws IOException {
    Gateway gateway =
        new Gateway(
            new RouteTable(functions),
            new TokenCheck(authorizer, issuer.keys()),
            host,
            clock::now,
            Instant::now);
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
    HttpServer server =
        Preflight.listen(Preflight.Use.API, settings, () -> HttpServer.create(address, 0));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", gateway::handle);
    new LocalApi(issuer, clock, schedules).serve(server);
    new WebsiteFront(website(), websiteBucket()).serve(server);
    new LawFront(settings.root()).serve(server);
    server.start();
    open.add(() -> server.stop(0));
  }

  private S3Client website() {
    S3Client client = Clients.s3(storage());
    open.add(client);
    return client;
  }

  /** Every function is told the bucket's name. */
  private String websiteBucket() {
    return functions.getFirst().environment().getOrDefault("FIRSTBATCH_BUCKETS_WEBSITE", "");
  }

  private void startStreams(Delivery delivery, Path checkpoints) {
    DynamoDbStreamsClient client = streams();
    open.add(client);
    for (FunctionSpec function : functions) {
      for (FunctionSpec.StreamMapping mapping : function.streams()) {
        Target target = new MappedFunction(function.name(), mapping, delivery);
        follow(client, mapping.table(), target, checkpoints);
      }
      for (PipeSpec pipe : template.pipes()) {
        for (FunctionSpec.EventRule rule : function.rulesOn(pipe.bus())) {
          Target target =
              new PipedFunction(
                  pipe, function.name(), rule, delivery, clock::now, REGION, settings.mischief());
          follow(client, pipe.table(), target, checkpoints);
        }
      }
    }
  }

  /** Each target is as far as it is: a slow one keeps no other waiting. */
  private void follow(DynamoDbStreamsClient client, String table, Target target, Path checkpoints) {
    String arn = client.listStreams(list -> list.tableName(table)).streams().getFirst().streamArn();
    background(target.name(), new StreamDelivery(client, arn, target, checkpoints));
  }

  private DynamoDbStreamsClient streams() {
    AwsBasicCredentials key = AwsBasicCredentials.create(Servers.ACCESS_KEY, Servers.SECRET_KEY);
    return DynamoDbStreamsClient.builder()
        .region(Region.of(REGION))
        .credentialsProvider(StaticCredentialsProvider.create(key))
        .endpointOverride(URI.create("http://127.0.0.1:" + settings.dynamoDbPort()))
        .httpClient(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(10)).build())
        .build();
  }

  private void background(String name, Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().name(name).start(work);
    open.add(thread::interrupt);
  }

  /** Loads every function now instead of at its first call. */
  void warm() {
    functions.stream().map(FunctionSpec::name).forEach(host::load);
  }

  boolean wasEmpty() {
    return wasEmpty;
  }

  Issuer issuer() {
    return issuer;
  }

  LawClock clock() {
    return clock;
  }

  List<FunctionSpec> functions() {
    return functions;
  }

  Servers servers() {
    return servers;
  }

  @Override
  public void close() {
    for (AutoCloseable each : open.reversed()) {
      try {
        each.close();
      } catch (Exception e) {
        System.err.println("not closed: " + e);
      }
    }
  }
}
