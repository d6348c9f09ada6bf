package dev.socialhub.loadtest.users;

import dev.socialhub.contracts.identity.ServiceTokenSigner;
import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.platform.ApiAnswer;
import dev.socialhub.loadtest.platform.ParallelCalls;
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
    private static final int PARALLEL_CALLS = 4;

    private final TestUsers testUsers;
    private final Api auth;
    private final Optional<ServiceTokenSigner> token;
    private final Consumer<String> warnings;
    private boolean isDone;

    /**
     * @param auth where accounts are deleted
     * @param token the operators' access to it; without it the users aren't deleted
     * @param warnings receives messages about users that aren't deleted
     */
    public Cleanup(
            TestUsers testUsers,
            Api auth,
            Optional<ServiceTokenSigner> token,
            Consumer<String> warnings) {
        this.testUsers = testUsers;
        this.auth = auth;
        this.token = token;
        this.warnings = warnings;
    }

    /** Deletes the users, and returns when that is done. */
    public synchronized void deleteUsers() {
        if (isDone) {
            return;
        }
        isDone = true;
        testUsers.close();
        List<String> remaining = ids();
        if (remaining.isEmpty() && testUsers.unanswered().isEmpty()) {
            return;
        }
        if (token.isEmpty()) {
            warnings.accept(
                    "the %d users of this run stay: SERVICE_TOKEN_KEY isn't set, or isn't a key"
                            .formatted(remaining.size()));
            return;
        }
        delete(remaining, token.get());
        // Sign-ups that were under way have arrived by now, or are found by name.
        List<String> lateUsers = new ArrayList<>(ids());
        lateUsers.removeAll(Set.copyOf(remaining));
        lateUsers.addAll(testUsers.unanswered());
        delete(lateUsers, token.get());
    }

    private List<String> ids() {
        return testUsers.allUsers().stream().map(TestUser::id).toList();
    }

    private void delete(List<String> remaining, ServiceTokenSigner tokens) {
        AtomicInteger deleted = new AtomicInteger();
        try {
            ParallelCalls.each(
                    remaining,
                    PARALLEL_CALLS,
                    one -> {
                        delete(one, tokens);
                        deleted.incrementAndGet();
                    });
        } catch (IOException refused) {
            warnings.accept(
                    "%d users of this run stay: %s"
                            .formatted(remaining.size() - deleted.get(), Api.reason(refused)));
        }
    }

    private void delete(String idOrUsername, ServiceTokenSigner tokens) throws IOException {
        String id = idOrUsername;
        if (idOrUsername.startsWith("load_")) {
            ApiAnswer found = auth.send("GET", ACCOUNTS + idOrUsername, tokens.issue(), null);
            if (found.status() == 404) {
                return;
            }
            id = Api.text(found.json(), "/id").orElseThrow(() -> refusal(found));
        }
        ApiAnswer answer = auth.sendUntilServed("DELETE", ACCOUNTS + id, tokens.issue(), null);
        if (answer.status() != 204 && answer.status() != 404) {
            throw refusal(answer);
        }
    }

    private IOException refusal(ApiAnswer answer) {
        return new IOException("%s answered %d".formatted(auth.base(), answer.status()));
    }
}
