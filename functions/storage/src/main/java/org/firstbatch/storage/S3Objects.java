package org.firstbatch.storage;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectInfo;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.object.PresignedPut;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Documents in S3, streamed from and to files, each in one request (up to 5 GB).
 *
 * <p>Of an upload by a presigned link the signature fixes place, length, type, SHA-256 and {@code
 * If-None-Match: *}: with other headers S3 answers 403, to other bytes 400, to a second upload 412.
 * A store that does not know {@code x-amz-checksum-sha256} would take other bytes of the same
 * length: an upload counts only when its object has been checked on arrival.
 */
public final class S3Objects implements ObjectStore {

  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client client;
  private final S3Presigner presigner;
  private final Function<Bucket, String> names;
  private final Backoff backoff;

  /**
   * @param names what each bucket is called; throws for a bucket that the function may not use
   */
  public S3Objects(
      S3Client client, S3Presigner presigner, Function<Bucket, String> names, Backoff backoff) {
    this.client = client;
    this.presigner = presigner;
    this.names = names;
    this.backoff = backoff;
  }

  @Override
  public PresignedPut presignPut(
      ObjectKey key, String contentType, long length, String sha256, Duration validFor) {
    checkValidity(validFor);
    String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    PutObjectRequest request =
        put(key, contentType)
            .contentLength(length)
            .checksumSHA256(checksum)
            .ifNoneMatch("*")
            .build();
    PresignedPutObjectRequest signed =
        presigner.presignPutObject(
            presign -> presign.signatureDuration(validFor).putObjectRequest(request));
    return new PresignedPut(
        URI.create(signed.url().toString()), headers(signed), signed.expiration());
  }

  /** Every signed header but the one that every client sends by itself. */
  private static Map<String, String> headers(PresignedPutObjectRequest signed) {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, List<String>> header : signed.signedHeaders().entrySet()) {
      if (!header.getKey().equalsIgnoreCase("host")) {
        headers.put(header.getKey(), String.join(",", header.getValue()));
      }
    }
    return headers;
  }

  @Override
  public URI presignGet(ObjectKey key, String fileName, Duration validFor) {
    checkValidity(validFor);
    String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(
        presigner
            .presignGetObject(
                presign ->
                    presign
                        .signatureDuration(validFor)
                        .getObjectRequest(
                            get ->
                                get.bucket(names.apply(key.bucket()))
                                    .key(key.path())
                                    .responseContentDisposition(
                                        "inline; filename*=UTF-8''" + encoded)))
            .url()
            .toString());
  }

  @Override
  public Optional<ObjectInfo> find(ObjectKey key) {
    return SdkFaults.retrying(backoff, "Not read: " + key, () -> head(key));
  }

  /** Where the role may not list the bucket, S3 answers 403 for an object that is not there. */
  private Optional<ObjectInfo> head(ObjectKey key) {
    try {
      HeadObjectResponse head =
          client.headObject(get -> get.bucket(names.apply(key.bucket())).key(key.path()));
      return Optional.of(new ObjectInfo(head.contentLength(), head.contentType(), version(head)));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String version(HeadObjectResponse head) {
    return head.versionId() == null ? head.eTag() : head.versionId();
  }

  @Override
  public InputStream open(ObjectKey key) {
    return SdkFaults.retrying(
        backoff,
        "Not read: " + key,
        () -> client.getObject(get -> get.bucket(names.apply(key.bucket())).key(key.path())));
  }

  /** After a lost answer the object that is already there may be the caller's own. */
  @Override
  public PutResult putOnce(ObjectKey key, String contentType, Path content) {
    PutObjectRequest request = put(key, contentType).ifNoneMatch("*").build();
    return SdkFaults.retrying(backoff, "Not written: " + key, () -> putOnce(request, content));
  }

  private PutResult putOnce(PutObjectRequest request, Path content) {
    try {
      client.putObject(request, RequestBody.fromFile(content));
      return PutResult.WRITTEN;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        return PutResult.ALREADY_THERE;
      }
      throw e;
    }
  }

  @Override
  public void put(ObjectKey key, String contentType, Path content) {
    SdkFaults.retrying(
        backoff,
        "Not written: " + key,
        () -> client.putObject(put(key, contentType).build(), RequestBody.fromFile(content)));
  }

  private PutObjectRequest.Builder put(ObjectKey key, String contentType) {
    return PutObjectRequest.builder()
        .bucket(names.apply(key.bucket()))
        .key(key.path())
        .contentType(contentType);
  }

  private static void checkValidity(Duration validFor) {
    if (validFor.compareTo(LONGEST) > 0 || !validFor.isPositive()) {
      throw new IllegalArgumentException("A link is valid for up to seven days: " + validFor);
    }
  }
}
