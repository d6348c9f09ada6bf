package dev.socialhub.ops.projection;

import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.shared.identity.InternalClient;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the owners of copied data for their rows. */
@Singleton
@Requires(beans = InternalClient.class)
public final class OwnerClient {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerClient.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final InternalClient services;

    OwnerClient(InternalClient services) {
        this.services = services;
    }

    /**
     * The rows of {@code /internal/snapshots/<what>}.
     *
     * @param owner its name, to be told when it doesn't answer
     * @param instances where the owner answers; the first that does is taken
     * @param row the class of the items
     */
    public <R> OwnedRows<R> rows(String owner, List<URI> instances, String what, Class<R> row) {
        return (after, limit) -> page(owner, instances, what, row, after, limit);
    }

    private <R> SnapshotPage<R> page(
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
        try {
            return services.get(instances, path, pageOf(row), TIMEOUT)
                    .orElseThrow(() -> new IOException("answered 404"));
        } catch (IOException e) {
            LOG.warn("{} does not return its {}: {}", owner, what, e.toString());
            throw ProblemException.retryLater(
                    ProblemType.UNAVAILABLE,
                    owner + " does not return its " + what + " at the moment.",
                    Duration.ofSeconds(2));
        }
    }

    /** A class can't name its type argument, so the compiler can't follow. */
    @SuppressWarnings("unchecked")
    private static <R> Argument<SnapshotPage<R>> pageOf(Class<R> row) {
        return (Argument<SnapshotPage<R>>) (Argument<?>) Argument.of(SnapshotPage.class, row);
    }
}
