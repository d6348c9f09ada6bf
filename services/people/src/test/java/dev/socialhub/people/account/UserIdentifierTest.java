package dev.socialhub.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.people.account.UserIdentifier.ByUsername;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserIdentifierTest {

    @Test
    void tellsIdsFromUsernames() {
        UUID id = UUID.randomUUID();
        assertThat(UserIdentifier.of(id.toString())).contains(new ById(id));
        assertThat(UserIdentifier.of(id.toString().toUpperCase(Locale.ROOT)))
                .contains(new ById(id));
        assertThat(UserIdentifier.of("John.Doe_1")).contains(new ByUsername("john.doe_1"));
    }

    @Test
    void refusesInvalidNames() {
        for (String text :
                List.of(
                        "",
                        "ab",
                        "a".repeat(31),
                        "a b",
                        "a/b",
                        "../x",
                        "j\u00f6hn",
                        "\u212aelvin",
                        "\u0130nge",
                        "1-1-1-1-1",
                        "abc\0")) {
            assertThat(UserIdentifier.of(text)).as(text).isEmpty();
        }
    }
}
