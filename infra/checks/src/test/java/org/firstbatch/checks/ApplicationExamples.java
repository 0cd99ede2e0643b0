package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.measures.scheme.Condition;

/** Applications in the year of examples: withdrawn, declined, refused, lapsed. */
final class ApplicationExamples {

  private static final List<String> MEMBERS =
      List.of(
          "district-1 DISTRICT ganjingzi",
          "district-2 DISTRICT ganjingzi",
          "evaluator-1 EVALUATOR EV-1");

  private final FakeCloud cloud;
  private final Play play;
  private int pictures;

  ApplicationExamples(FakeCloud cloud, Play play) {
    this.cloud = cloud;
    this.play = play;
  }

  void play() {
    MEMBERS.forEach(this::member);
    play.open("checkApplication");
    draft();
    play.as("maker-1", "withdrawApplication");
    submitted();
    play.asSeen("district-1", "showApplication", "declineApplication");
    returned();
    confirmed();
    play.asSeen("commission-2", "showApplication", "refuseApplication");
    lapsed();
  }

  private void member(String line) {
    String[] words = line.split(" ");
    JsonNode proposed =
        play.as(
                "commission-admin-1",
                "proposeMembership",
                body -> {
                  body.put("person", words[0]).put("role", words[1]).put("organisation", words[2]);
                  body.remove("from");
                })
            .json();
    play.know("change", proposed.path("change").asText());
    play.as("commission-admin-2", "approveChange");
  }

  private void draft() {
    JsonNode draft = play.as("maker-1", "draftApplication").json();
    play.know("application", draft.path("application").asText());
    play.as("maker-1", "saveApplication");
    play.as("maker-1", "showApplication");
    play.as("maker-1", "listApplications");
  }

  private void submitted() {
    draft();
    play.asSeen("maker-1", "showApplication", "submitApplication");
    piece(Condition.SIZE);
    for (Condition condition : Condition.values()) {
      piece(condition);
    }
    play.as("maker-1", "listEvidence");
    play.as("maker-1", "readEvidence");
    play.asSeen("maker-1", "showApplication", "submitApplication");
  }

  /** Declares and uploads a small picture. */
  private void piece(Condition condition) {
    byte[] picture = picture(++pictures);
    Consumer<ObjectNode> stated =
        body ->
            body.put("condition", condition.name())
                .put("type", "image/png")
                .put("length", picture.length)
                .put("sha256", HexFormat.of().formatHex(Hashes.digest().digest(picture)));
    JsonNode declared = play.as("maker-1", "declareEvidence", stated).json();
    Uploads.put(cloud, declared.path("upload"), picture);
    String evidence = declared.path("evidence").asText();
    play.know("evidence", evidence);
    String key = "applications/dalian/" + play.known("application") + "/" + evidence;
    cloud.arrived(key, picture.length, play.now());
  }

  private static byte[] picture(int colour) {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, colour);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void returned() {
    submitted();
    play.as("district-1", "takeOverApplication");
    play.as("district-1", "handOverApplication");
    play.as("district-2", "handOverAllApplications");
    play.as("district-1", "listApplications");
    play.asSeen("district-1", "showApplication", "returnApplication");
    play.asSeen("maker-1", "showApplication", "submitApplication");
    play.as("maker-1", "listSubmissions");
    play.as("district-1", "showSubmission");
    play.as("district-1", "compareSubmissions");
  }

  private void confirmed() {
    play.asSeen("district-1", "showApplication", "confirmApplication");
    play.as("commission-1", "assignApplication");
    play.as("evaluator-1", "declineAssignment");
    play.as("commission-1", "assignApplication");
    play.as("evaluator-1", "requestSupplement");
    play.asSeen("commission-1", "showApplication", "decideSupplement");
    play.asSeen("maker-1", "showApplication", "submitApplication");
    play.asSeen("evaluator-1", "showApplication", "assessApplication");
    play.as("commission-2", "showApplication");
  }

  private void lapsed() {
    submitted();
    play.asSeen("district-1", "showApplication", "returnApplication");
    cloud.clock(Instant.parse("2026-03-20T17:00:00Z"));
    play.as("auditor-1", "showApplication");
  }
}
