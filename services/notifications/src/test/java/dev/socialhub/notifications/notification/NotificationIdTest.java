package dev.socialhub.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationIdTest {

    private static final UUID OWNER = UUID.fromString("01920000-0000-7000-8000-0000000000aa");

    @Test
    void readsWhatItWrote() {
        NotificationId id = new NotificationId(OWNER, 42);
        assertThat(id.text()).isEqualTo("01920000-0000-7000-8000-0000000000aa:42");
        assertThat(NotificationId.parsed(id.text())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                ":1",
                "01920000-0000-7000-8000-0000000000aa",
                "01920000-0000-7000-8000-0000000000aa:",
                "01920000-0000-7000-8000-0000000000aa:0",
                "01920000-0000-7000-8000-0000000000aa:01",
                "01920000-0000-7000-8000-0000000000aa:-1",
                "01920000-0000-7000-8000-0000000000aa:1000000000000000000",
                "01920000-0000-7000-8000-0000000000AA:1",
                "01920000-0000-7000-8000-0000000000aa:1\n",
                "1-1-1-1-1:1"
            })
    void refusesWhatItNeverWrote(String text) {
        assertThat(NotificationId.parsed(text)).isEmpty();
    }

    @Test
    void countsFromOne() {
        assertThatThrownBy(() -> new NotificationId(OWNER, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
