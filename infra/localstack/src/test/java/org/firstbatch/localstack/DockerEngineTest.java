package org.firstbatch.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a Docker that is there and yet cannot run LocalStack. */
class DockerEngineTest {

  @TempDir Path folder;

  @Test
  void shouldFindNothingInTheWayOfAnEngineThatAnswersAndPulls() throws IOException {
    DockerEngine engine = saying("exit 0");

    assertEquals(
        Optional.empty(),
        DockerLocalStack.hindrance(engine, Optional.of("runtime:25"), () -> true));
  }

  @Test
  void shouldSayThatThereIsNoDocker() {
    String missing = folder.resolve("docker").toString();

    assertEquals(
        "'%s info' cannot be run: is Docker installed?".formatted(missing),
        hindrance(new DockerEngine(missing)));
  }

  @Test
  void shouldSayThatTheEngineIsForbiddenToThisUser() throws IOException {
    DockerEngine engine =
        saying("echo 'Client: 29.0'; echo 'permission denied while connecting' >&2; exit 1");

    assertEquals(
        "'%s info' failed: permission denied while connecting".formatted(command()),
        hindrance(engine));
  }

  @Test
  void shouldSayWhichImageCannotBePulled() throws IOException {
    DockerEngine engine =
        saying("[ $1 = info ] && exit 0; [ $1 = pull ] && echo 'no such host' >&2; exit 1");

    assertEquals(
        "'%s pull --quiet localstack/localstack:4.14.0' failed: no such host".formatted(command()),
        hindrance(engine));
  }

  @Test
  void shouldNotPullLocalStackWhereItIs() throws IOException {
    DockerEngine engine =
        saying("[ \"$1 $3\" = \"pull localstack/localstack:4.14.0\" ] && exit 1; exit 0");

    assertEquals(
        Optional.empty(),
        DockerLocalStack.hindrance(engine, Optional.of("runtime:25"), () -> true));
  }

  @Test
  void shouldPullTheRuntimeEvenWhereItIsBecauseLocalStackWill() throws IOException {
    DockerEngine engine = saying("[ $1 != pull ]");

    assertEquals(
        "'%s pull --quiet runtime:25' failed: it gave no reason".formatted(command()),
        hindrance(engine));
  }

  @Test
  void shouldLeaveARuntimeThatNobodyNamesToLocalStack() throws IOException {
    DockerEngine engine = saying("[ $1 != pull ]");

    assertEquals(
        Optional.empty(), DockerLocalStack.hindrance(engine, Optional.empty(), () -> true));
  }

  @Test
  void shouldSayThatTestcontainersFindsNoEngine() throws IOException {
    DockerEngine engine = saying("exit 0");

    assertEquals(
        "'docker info' answers and yet Testcontainers finds no engine: set DOCKER_HOST to its socket",
        DockerLocalStack.hindrance(engine, Optional.of("runtime:25"), () -> false).orElseThrow());
  }

  private static String hindrance(DockerEngine engine) {
    return DockerLocalStack.hindrance(engine, Optional.of("runtime:25"), () -> true).orElseThrow();
  }

  private String command() {
    return folder.resolve("docker").toString();
  }

  /** An engine whose command is this script. */
  private DockerEngine saying(String script) throws IOException {
    Path command = Files.writeString(folder.resolve("docker"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new DockerEngine(command.toString());
  }
}
