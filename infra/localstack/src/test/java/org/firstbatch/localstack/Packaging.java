package org.firstbatch.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Does with the template what {@code sam package} does: code and nested templates go to a bucket,
 * and the template names them there. Nothing else of it is changed.
 */
final class Packaging {

  private static final Pattern CODE = Pattern.compile("(?m)^( *CodeUri: )(\\S+)$");
  private static final Pattern NESTED = Pattern.compile("(?m)^( *TemplateURL: )(\\S+)$");

  private final Aws aws;
  private final URI endpoint;
  private final String bucket;

  Packaging(Aws aws, URI endpoint, String bucket) {
    this.aws = aws;
    this.endpoint = endpoint;
    this.bucket = bucket;
    aws.s3.createBucket(create -> create.bucket(bucket));
  }

  /** Uploads the template with all that it names. */
  String templateUrl() {
    try {
      String template = Files.readString(Project.root().resolve("template.yaml"));
      String packed = replaced(NESTED, replaced(CODE, template, this::code), this::url);
      String key = "template.yaml";
      aws.s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(packed));
      return url(bucket, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replaced(Pattern pattern, String template, UnaryOperator<String> upload) {
    return pattern
        .matcher(template)
        .replaceAll(
            match -> Matcher.quoteReplacement(match.group(1) + upload.apply(match.group(2))));
  }

  private String code(String jar) {
    return "s3://" + bucket + "/" + upload(jar);
  }

  private String url(String template) {
    return url(bucket, upload(template));
  }

  private String url(String inBucket, String key) {
    return endpoint + "/" + inBucket + "/" + key;
  }

  private String upload(String file) {
    Path path = Project.root().resolve(file);
    aws.s3.putObject(put -> put.bucket(bucket).key(file), path);
    return file;
  }
}
