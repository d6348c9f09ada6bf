package dev.socialhub.posts.media.store;

import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of Amazon S3, or of any server that speaks its protocol. */
@Singleton
@Requires(property = "posts.media.s3.bucket", pattern = "\\S+")
final class S3MediaStore implements MediaStore {

    static final String NAME = "s3";

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String bucket;
    private final S3Client client;

    S3MediaStore(S3Configuration configuration) {
        this.bucket = configuration.bucket();
        this.client = client(configuration);
    }

    private static S3Client client(S3Configuration configuration) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(configuration.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                configuration.accessKey(),
                                                configuration.secretKey())))
                        // Other servers don't know the newer checksums.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .forcePathStyle(true)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(TIMEOUT)
                                        .socketTimeout(TIMEOUT));
        if (configuration.endpoint() != null && !configuration.endpoint().toString().isEmpty()) {
            builder.endpointOverride(configuration.endpoint());
        }
        return builder.build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void put(String key, Path file, String type) throws IOException {
        reached(() ->
                client.putObject(
                        request -> request.bucket(bucket).key(key).contentType(type),
                        RequestBody.fromFile(file)));
    }

    @Override
    public Optional<InputStream> open(String key, long from, long length) throws IOException {
        String range = "bytes=" + from + "-" + (from + length - 1);
        try {
            return Optional.of(
                    reached(() ->
                            client.getObject(
                                    request -> request.bucket(bucket).key(key).range(range))));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        reached(() -> client.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    private static <T> T reached(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (NoSuchKeyException e) {
            throw e;
        } catch (SdkException e) {
            throw new IOException("the S3 server does not answer or refuses", e);
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
