package dev.socialhub.ops.projection;

import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the owners of what is copied for their rows. */
@Singleton
@Requires(beans = ServiceTokens.class)
public final class OwnerClient {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerClient.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ServiceTokens tokens;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    OwnerClient(ServiceTokens tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    /**
     * A page of {@code /internal/snapshots/<what>}.
     *
     * @param owner its name, to be told when it doesn't answer
     * @param instances where the owner answers; the first that does is taken
     * @param row the class of the items
     * @throws ProblemException 503 when none does
     */
    public <R> SnapshotPage<R> page(
            String owner,
            List<URI> instances,
            String what,
            Class<R> row,
            @Nullable String after,
            int limit) {
        String path = "/internal/snapshots/" + what + "?limit=" + limit;
        if (after != null) {
            path += "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        }
        IOException failure = new IOException("no address of it is known");
        for (URI instance : instances) {
            try {
                return ask(instance.resolve(path), pageOf(row));
            } catch (IOException e) {
                failure = e;
            }
        }
        LOG.warn("{} can't be asked for its {}: {}", owner, what, failure.toString());
        throw ProblemException.retryLater(
                ProblemType.UNAVAILABLE,
                owner + " can't be asked for its " + what + " at the moment.",
                Duration.ofSeconds(2));
    }

    /** A class can't name its type argument, so the compiler can't follow. */
    @SuppressWarnings("unchecked")
    private static <R> Argument<SnapshotPage<R>> pageOf(Class<R> row) {
        return (Argument<SnapshotPage<R>>) (Argument<?>) Argument.of(SnapshotPage.class, row);
    }

    private <R> SnapshotPage<R> ask(URI page, Argument<SnapshotPage<R>> type) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(page)
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + tokens.issue())
                        .build();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("answered " + response.statusCode());
            }
            SnapshotPage<R> rows = json.readValue(response.body(), type);
            if (rows == null) {
                throw new IOException("answered nothing");
            }
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
