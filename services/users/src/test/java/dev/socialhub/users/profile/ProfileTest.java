package dev.socialhub.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.account.PublishedAccount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Instant SIGN_UP = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
    private static final ProfileEdit NOTHING =
            new ProfileEdit(
                    FieldChange.none(),
                    FieldChange.none(),
                    FieldChange.none(),
                    FieldChange.none(),
                    FieldChange.none());

    private final Profile fresh = Profile.of(account("John Doe", 1), SIGN_UP);
    private final Profile fromToken = Profile.of(account("john", 0), SIGN_UP);

    @Test
    void changesOnlyWhatIsAsked() {
        Profile edited = fresh.edited(headline("Engineer"), NOW);

        assertThat(edited.headline()).isEqualTo("Engineer");
        assertThat(edited.name()).isEqualTo("John Doe");
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.updatedAt()).isEqualTo(NOW);
        assertThat(edited.edited(headline(null), NOW).headline()).isNull();
    }

    @Test
    void staysItselfWhenNothingChanges() {
        Profile edited = fresh.edited(headline("Engineer"), NOW);

        assertThat(fresh.edited(NOTHING, NOW)).isSameAs(fresh);
        assertThat(edited.edited(headline("Engineer"), NOW)).isSameAs(edited);
    }

    @Test
    void takesTheAccountsNameInPlaceOfTheTokens() {
        Profile filled = fromToken.updatedFrom(account("John Doe", 1), NOW);

        assertThat(filled.name()).isEqualTo("John Doe");
        assertThat(filled.version()).isEqualTo(2);
        assertThat(filled.updatedFrom(account("Older", 1), NOW)).isSameAs(filled);
    }

    @Test
    void keepsTheNameThatItsOwnerChose() {
        Profile chosen = fromToken.edited(name("My Choice"), NOW);

        Profile filled = chosen.updatedFrom(account("John Doe", 1), NOW);

        assertThat(filled.name()).isEqualTo("My Choice");
        assertThat(filled.version()).isEqualTo(chosen.version());
        assertThat(filled.accountVersion()).isEqualTo(1);
    }

    @Test
    void keepsANameThatItsOwnerConfirmed() {
        Profile confirmed = fromToken.edited(name("john"), NOW);

        assertThat(confirmed.updatedFrom(account("John Doe", 1), NOW).name()).isEqualTo("john");
    }

    @Test
    void keepsTextsInOneForm() {
        ProfileEdit edit =
                new ProfileEdit(
                                FieldChange.to(" e\u0301 "),
                                FieldChange.to("  "),
                                FieldChange.none(),
                                FieldChange.to(null),
                                FieldChange.to(List.of("Java", " Java ", "SQL")))
                        .normalised();

        assertThat(edit.name()).isEqualTo(FieldChange.to("\u00e9"));
        assertThat(edit.headline()).isEqualTo(FieldChange.to(null));
        assertThat(edit.bio().asked()).isFalse();
        assertThat(edit.location()).isEqualTo(FieldChange.to(null));
        assertThat(edit.skills()).isEqualTo(FieldChange.to(List.of("Java", "SQL")));
    }

    private static PublishedAccount account(String name, long version) {
        return new PublishedAccount(ID, "john", name, SIGN_UP, version);
    }

    private static ProfileEdit headline(@Nullable String headline) {
        return new ProfileEdit(
                FieldChange.none(),
                FieldChange.to(headline),
                FieldChange.none(),
                FieldChange.none(),
                FieldChange.none());
    }

    private static ProfileEdit name(String name) {
        return new ProfileEdit(
                FieldChange.to(name),
                FieldChange.none(),
                FieldChange.none(),
                FieldChange.none(),
                FieldChange.none());
    }
}
