package dev.socialhub.posts.media.store;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cloudinary, through its REST API. Files are {@code raw}, so that they are delivered as they were
 * uploaded, and {@code authenticated}, so that only signed addresses deliver them.
 */
@Singleton
@Requires(property = "posts.media.cloudinary.cloud-name", pattern = "\\S+")
final class CloudinaryMediaStore implements MediaStore {

    static final String NAME = "cloudinary";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final CloudinaryConfiguration configuration;
    private final CloudinarySignature signature;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    CloudinaryMediaStore(CloudinaryConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.signature = new CloudinarySignature(configuration.apiSecret());
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void put(String key, Path file, String type) throws IOException {
        call(
                "upload",
                Map.of("public_id", key, "type", "authenticated", "overwrite", "true"),
                file);
    }

    @Override
    public Optional<InputStream> open(String key, long from, long length) throws IOException {
        String path =
                "/%s/raw/authenticated/%s/%s"
                        .formatted(configuration.cloudName(), signature.ofDelivery(key), key);
        HttpResponse<InputStream> answer =
                send(
                        HttpRequest.newBuilder(URI.create(configuration.deliveryUrl() + path))
                                .header("Range", "bytes=" + from + "-" + (from + length - 1))
                                .GET(),
                        BodyHandlers.ofInputStream());
        return switch (answer.statusCode()) {
            case 206 -> Optional.of(answer.body());
            case 200 -> Optional.of(Ranges.within(answer.body(), from, length));
            case 404 -> {
                answer.body().close();
                yield Optional.empty();
            }
            default -> {
                answer.body().close();
                throw refused(answer.statusCode());
            }
        };
    }

    /** It answers 200 also when there is no such file. */
    @Override
    public void delete(String key) throws IOException {
        call(
                "destroy",
                Map.of("public_id", key, "type", "authenticated", "invalidate", "true"),
                null);
    }

    private void call(String action, Map<String, String> parameters, @Nullable Path file)
            throws IOException {
        Map<String, String> signed = new TreeMap<>(parameters);
        signed.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        signed.put("signature", signature.ofCall(signed));
        signed.put("api_key", configuration.apiKey());
        String boundary = UUID.randomUUID().toString();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "%s/v1_1/%s/raw/%s"
                                                .formatted(
                                                        configuration.apiUrl(),
                                                        configuration.cloudName(),
                                                        action)))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(form(signed, file, boundary));
        HttpResponse<Void> answer = send(request, BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw refused(answer.statusCode());
        }
    }

    /** The file is read from the disk while it is sent. */
    private static BodyPublisher form(
            Map<String, String> fields, @Nullable Path file, String boundary) throws IOException {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) ->
                text.append("--%s\r\n".formatted(boundary))
                        .append(
                                "Content-Disposition: form-data; name=\"%s\"\r\n\r\n"
                                        .formatted(name))
                        .append(value)
                        .append("\r\n"));
        String end = "--" + boundary + "--\r\n";
        if (file == null) {
            return bytes(text + end);
        }
        text.append("--%s\r\n".formatted(boundary))
                .append("Content-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\n");
        return BodyPublishers.concat(
                bytes(text.toString()), BodyPublishers.ofFile(file), bytes("\r\n" + end));
    }

    private static BodyPublisher bytes(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body)
            throws IOException {
        try {
            return http.send(request.timeout(TIMEOUT).build(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Cloudinary was called", e);
        }
    }

    private static IOException refused(int status) {
        return new IOException("Cloudinary answered " + status);
    }
}
