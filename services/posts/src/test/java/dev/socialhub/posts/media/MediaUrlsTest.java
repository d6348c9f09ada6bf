package dev.socialhub.posts.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.shared.testing.MovableClock;
import dev.socialhub.shared.testing.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MediaUrlsTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Pattern SIGNED = Pattern.compile(".*\\?expires=(\\d+)&signature=(.+)");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:59:59Z"));
    private final MediaUrls urls = new MediaUrls(RunningService.KEY, "", clock);

    @Test
    void staysTheSameWithinAnHourAndIsValidForMoreThanOne() {
        String url = urls.url(ID, MediaVariant.SMALL, false);
        assertThat(isValid(url)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(urls.url(ID, MediaVariant.SMALL, false)).isNotEqualTo(url);
        clock.advance(Duration.ofMinutes(59));
        assertThat(isValid(url)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(isValid(url)).isFalse();
    }

    @Test
    void dependsOnTheKey() {
        MediaUrls others = new MediaUrls("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "", clock);

        assertThat(isValid(others.url(ID, MediaVariant.SMALL, false))).isFalse();
        assertThatThrownBy(() -> new MediaUrls("short", "", clock))
                .hasMessageContaining("MEDIA_URL_KEY");
    }

    private boolean isValid(String url) {
        Matcher parts = SIGNED.matcher(url);
        assertThat(parts.matches()).isTrue();
        return urls.isValid(ID, MediaVariant.SMALL, Long.valueOf(parts.group(1)), parts.group(2));
    }
}
