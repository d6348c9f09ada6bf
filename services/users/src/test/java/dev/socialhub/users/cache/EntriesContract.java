package dev.socialhub.users.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The behaviour that the cache relies on, for the real entries and for the fake ones. */
abstract class EntriesContract {

    private UUID person = UUID.randomUUID();

    abstract UserEntries entries();

    /** One instance of the class may run all methods. */
    @BeforeEach
    void chooseAnotherUser() {
        person = UUID.randomUUID();
    }

    @Test
    void findsWhatWasFilledUntilItIsForgotten() {
        assertThat(find("a")).isNull();
        fill("a", "value");
        assertThat(find("b")).isEqualTo("value");
        assertThat(find("c")).isEqualTo("value");

        entries().forget(List.of(person, UUID.randomUUID()));
        assertThat(find("d")).isNull();
    }

    @Test
    void takesNothingThatWasReadBeforeTheLastChange() {
        find("reader");
        entries().forget(List.of(person));
        fill("reader", "old");

        assertThat(find("x")).isNull();
    }

    @Test
    void ignoresAReaderThatANewerOneReplaced() {
        find("slow");
        entries().forget(List.of(person));
        find("quick");
        fill("slow", "old");
        assertThat(find("quick")).isNull();
        fill("quick", "new");

        assertThat(find("x")).isEqualTo("new");
        fill("slow", "old");
        assertThat(find("y")).isEqualTo("new");
    }

    @Test
    void takesNothingWithoutALeaseAndNothingTwice() {
        fill("nobody", "made up");
        assertThat(find("a")).isNull();
        fill("a", "first");
        entries().forget(List.of(person));
        fill("a", "again");

        assertThat(find("b")).isNull();
    }

    private @Nullable String find(String token) {
        return entries()
                .find(person, token)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null);
    }

    private void fill(String token, String entry) {
        entries().fill(person, token, entry.getBytes(StandardCharsets.UTF_8));
    }
}
