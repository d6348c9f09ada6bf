package dev.socialhub.cli.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonReportTest {
    private static final Instant DELETED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant SOON = DELETED.plusSeconds(5);
    private static final StoredAboutUser DONE =
            new StoredAboutUser("users", null, DELETED.toString(), true, Map.of("profile", 0L));
    private static final StoredAboutUser AT_IT =
            new StoredAboutUser("posts", null, DELETED.toString(), false, Map.of("posts", 7L));
    private static final StoredAboutUser UNAWARE =
            new StoredAboutUser("posts", null, null, false, Map.of("posts", 0L));
    private static final StoredAboutUser DOWN =
            StoredAboutUser.unknown("posts", "posts doesn't answer");

    @Test
    void anActiveAccountHasNoErasure() {
        PersonReport report = PersonReport.of(account(null), List.of(UNAWARE), SOON);

        assertThat(report.erasure()).isNull();
        assertThat(report.allServicesAnswered()).isTrue();
        assertThat(report.lines()).contains("posts    0 posts  -").doesNotContain("erasure");
    }

    @Test
    void anErasureIsCompleteWhenAllServicesHaveErased() {
        assertThat(pending(SOON, DONE)).isEmpty();
        for (StoredAboutUser one : List.of(AT_IT, UNAWARE, DOWN)) {
            assertThat(pending(SOON, DONE, one)).as(one.toString()).containsExactly("posts");
        }
    }

    @Test
    void aServiceMayForgetAUserThatWasDeletedLongAgo() {
        Instant later = DELETED.plus(Duration.ofDays(31));

        assertThat(pending(later, DONE, UNAWARE)).isEmpty();
        assertThat(pending(later, DONE, AT_IT)).containsExactly("posts");
        assertThat(pending(later, DONE, DOWN)).containsExactly("posts");
    }

    @Test
    void aServiceThatIsDownIsShownAsSuch() {
        PersonReport report =
                PersonReport.of(account(DELETED.toString()), List.of(DONE, DOWN), SOON);

        assertThat(report.allServicesAnswered()).isFalse();
        assertThat(report.lines())
                .contains("posts doesn't answer")
                .contains("waits for posts")
                .doesNotContain("\nname ");
    }

    @Test
    void nothingThatPeopleTypedMovesTheCursor() {
        assertThat(AccountsReport.shown("a\u001b[2Kb")).isEqualTo("a\ufffd[2Kb");
    }

    private static List<String> pending(Instant now, StoredAboutUser... services) {
        PersonReport.Erasure erasure =
                Objects.requireNonNull(
                        PersonReport.of(account(DELETED.toString()), List.of(services), now)
                                .erasure());
        assertThat(erasure.complete()).isEqualTo(erasure.pending().isEmpty());
        return erasure.pending();
    }

    private static UserAccount account(@Nullable String deletedAt) {
        boolean active = deletedAt == null;
        return new UserAccount(
                "00000000-0000-0000-0000-000000000001",
                "ada",
                active ? "Ada" : null,
                active ? "ada@example.com" : null,
                active ? "active" : "deleted",
                List.of("USER"),
                1,
                "2026-01-01T00:00:00Z",
                deletedAt,
                0,
                null);
    }
}
