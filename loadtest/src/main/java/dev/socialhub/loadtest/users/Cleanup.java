package dev.socialhub.loadtest.users;

import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.platform.ApiAnswer;
import dev.socialhub.loadtest.platform.ParallelCalls;
import dev.socialhub.loadtest.platform.ServiceToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Deletes the users of a run, once, however the run ends. */
public final class Cleanup {

    private static final String ACCOUNTS = "/internal/ops/accounts/";
    private static final int AT_ONCE = 4;

    private final TestUsers cast;
    private final Api auth;
    private final Optional<ServiceToken> token;
    private final Consumer<String> say;
    private boolean said;

    /**
     * @param auth where accounts are deleted
     * @param token the operators' access to it; without one the users stay
     * @param say where to report the users that stay
     */
    public Cleanup(TestUsers cast, Api auth, Optional<ServiceToken> token, Consumer<String> say) {
        this.cast = cast;
        this.auth = auth;
        this.token = token;
        this.say = say;
    }

    /** Deletes them, and comes back when that is done. */
    public synchronized void toAll() {
        if (said) {
            return;
        }
        said = true;
        cast.close();
        List<String> leaving = ids();
        if (leaving.isEmpty() && cast.unanswered().isEmpty()) {
            return;
        }
        if (token.isEmpty()) {
            say.accept(
                    "the %d people of this run stay: SERVICE_TOKEN_KEY isn't set, or is no key"
                            .formatted(leaving.size()));
            return;
        }
        delete(leaving, token.get());
        // Sign-ups that were under way have arrived by now, or are found by name.
        List<String> stragglers = new ArrayList<>(ids());
        stragglers.removeAll(Set.copyOf(leaving));
        stragglers.addAll(cast.unanswered());
        delete(stragglers, token.get());
    }

    private List<String> ids() {
        return cast.everybody().stream().map(TestUser::id).toList();
    }

    private void delete(List<String> leaving, ServiceToken tokens) {
        AtomicInteger gone = new AtomicInteger();
        try {
            ParallelCalls.each(
                    leaving,
                    AT_ONCE,
                    one -> {
                        delete(one, tokens);
                        gone.incrementAndGet();
                    });
        } catch (IOException refused) {
            say.accept(
                    "%d people of this run stay: %s"
                            .formatted(leaving.size() - gone.get(), Api.reason(refused)));
        }
    }

    private void delete(String idOrUsername, ServiceToken tokens) throws IOException {
        String id = idOrUsername;
        if (idOrUsername.startsWith("load_")) {
            ApiAnswer found = auth.send("GET", ACCOUNTS + idOrUsername, tokens.issue(), null);
            if (found.status() == 404) {
                return;
            }
            id = Api.text(found.json(), "/id").orElseThrow(() -> refusal(found));
        }
        ApiAnswer answer = auth.sendPatiently("DELETE", ACCOUNTS + id, tokens.issue(), null);
        if (answer.status() != 204 && answer.status() != 404) {
            throw refusal(answer);
        }
    }

    private IOException refusal(ApiAnswer answer) {
        return new IOException("%s answered %d".formatted(auth.base(), answer.status()));
    }
}
