package dev.socialhub.cli.users;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code users show}.
 *
 * @param erasure null for an account that isn't deleted
 */
@JsonPropertyOrder({"version", "account", "services", "erasure"})
record PersonReport(
        int version,
        UserAccount account,
        List<StoredAboutUser> services,
        @Nullable Erasure erasure) {
    private static final int VERSION = 1;

    /**
     * After this time services may delete their record of a deleted user, since no event of the
     * user can arrive any more.
     */
    private static final Duration RECORD_RETENTION = Duration.ofDays(30);

    PersonReport {
        services = List.copyOf(services);
    }

    /**
     * The progress of a deleted account's erasure.
     *
     * @param pending services that still hold data, have not heard of it, or can't be asked
     */
    @JsonPropertyOrder({"complete", "pending"})
    record Erasure(boolean complete, List<String> pending) {
        Erasure {
            pending = List.copyOf(pending);
        }
    }

    static PersonReport of(UserAccount account, List<StoredAboutUser> services, Instant now) {
        return new PersonReport(VERSION, account, services, erasure(account, services, now));
    }

    private static @Nullable Erasure erasure(
            UserAccount account, List<StoredAboutUser> services, Instant now) {
        String deletedAt = account.deletedAt();
        if (deletedAt == null) {
            return null;
        }
        boolean longAgo = Instant.parse(deletedAt).plus(RECORD_RETENTION).isBefore(now);
        List<String> pending =
                services.stream()
                        .filter(one -> !one.erased())
                        .filter(one -> !(longAgo && one.isKnown() && one.deletedAt() == null))
                        .map(StoredAboutUser::service)
                        .toList();
        return new Erasure(pending.isEmpty(), pending);
    }

    boolean allServicesAnswered() {
        return services.stream().allMatch(StoredAboutUser::isKnown);
    }

    String lines() {
        StringBuilder lines = new StringBuilder();
        line(lines, "id", account.id());
        line(lines, "username", account.username());
        line(lines, "name", account.name());
        line(lines, "e-mail", account.email());
        line(lines, "status", account.status());
        line(lines, "roles", String.join(", ", account.roles()));
        line(lines, "created", account.createdAt());
        line(lines, "deleted", account.deletedAt());
        line(lines, "sessions", Integer.toString(account.sessions()));
        line(lines, "last used", account.lastUsedAt());
        if (erasure != null) {
            line(
                    lines,
                    "erasure",
                    erasure.complete()
                            ? "complete"
                            : "waits for " + String.join(", ", erasure.pending()));
        }
        Table table = new Table().text("SERVICE").text("HOLDS").text("ERASED");
        services.forEach(one -> table.row(one.service(), one.brief(), erased(one)));
        return lines.append('\n').append(table.render()).toString();
    }

    private static String erased(StoredAboutUser one) {
        if (one.deletedAt() == null) {
            return "-";
        }
        return one.erased() ? "yes" : "not yet";
    }

    private static void line(StringBuilder lines, String what, @Nullable String value) {
        if (Objects.requireNonNullElse(value, "").isEmpty()) {
            return;
        }
        lines.append("%-10s %s%n".formatted(what, AccountsReport.shown(value)));
    }
}
