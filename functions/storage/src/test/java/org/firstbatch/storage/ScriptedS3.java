package org.firstbatch.storage;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/** A client between the objects and the server, that first throws what was scripted. */
final class ScriptedS3 extends DelegatingS3Client {

  private record Scene(RuntimeException thrown, boolean behindTheEffect) {}

  private final Queue<Scene> script = new ArrayDeque<>();
  private int requests;

  ScriptedS3(S3Client server) {
    super(server);
  }

  ScriptedS3 fail(RuntimeException e) {
    script.add(new Scene(e, false));
    return this;
  }

  ScriptedS3 loseAnswer(RuntimeException e) {
    script.add(new Scene(e, true));
    return this;
  }

  int requests() {
    return requests;
  }

  @Override
  protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
    requests++;
    Scene scene = script.poll();
    if (scene != null && !scene.behindTheEffect()) {
      throw scene.thrown();
    }
    R answer = operation.apply(request);
    if (scene != null) {
      throw scene.thrown();
    }
    return answer;
  }
}
