package dev.socialhub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.accounts.PersonName.ById;
import dev.socialhub.accounts.PersonName.ByUsername;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonNameTest {

    @Test
    void tellsIdsFromUsernames() {
        UUID id = UUID.randomUUID();
        assertThat(PersonName.of(id.toString())).contains(new ById(id));
        assertThat(PersonName.of(id.toString().toUpperCase(Locale.ROOT))).contains(new ById(id));
        assertThat(PersonName.of("John.Doe_1")).contains(new ByUsername("john.doe_1"));
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
            assertThat(PersonName.of(text)).as(text).isEmpty();
        }
    }
}
