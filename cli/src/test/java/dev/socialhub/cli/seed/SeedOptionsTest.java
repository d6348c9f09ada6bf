package dev.socialhub.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.seed.rows.DataSetSizes;
import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedOptionsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final DataSetSizes TINY = SeedProfile.tiny.sizes();

    @TempDir Path folder;

    @Test
    void endsOnTheSameDayWhateverTheCurrentTimeIs() {
        assertThat(end(null, NOW)).isEqualTo(SeedOptions.DEFAULT_END);
        assertThat(end(null, NOW.plus(Duration.ofDays(99)))).isEqualTo(SeedOptions.DEFAULT_END);
        assertThat(end("2025-01-02T03:04:05Z", NOW)).isEqualTo("2025-01-02T03:04:05Z");
    }

    @Test
    void keepsTheEndThatARunBeganWith() {
        SeedOptions hour = new SeedOptions(1, TINY, null, "1h");
        Checkpoint first = hour.checkpoint(target(), at(NOW));
        assertThat(first.until()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        first.save();
        assertThat(hour.checkpoint(target(), at(NOW.plusSeconds(900))).until())
                .isEqualTo(first.until());
        assertThat(
                        new SeedOptions(2, TINY, null, "1h")
                                .checkpoint(target(), at(NOW))
                                .batches("posts"))
                .isZero();
    }

    @Test
    void distinguishesRunsWithDifferentOptions() {
        Checkpoint one = new SeedOptions(1, TINY, null, null).checkpoint(target(), at(NOW));
        one.recordStored("posts", 3);
        one.save();
        assertThat(batches(new SeedOptions(1, TINY, null, null))).isEqualTo(3);
        assertThat(batches(new SeedOptions(2, TINY, null, null))).isZero();
        assertThat(batches(new SeedOptions(1, new DataSetSizes(20, 100, 81), null, null))).isZero();
        assertThat(batches(new SeedOptions(1, TINY, null, "2025-01-01"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-01", "1999-12-31", "soon"})
    void refusesAnEndThatCanNotBe(String until) {
        assertThatThrownBy(() -> end(until, NOW)).isInstanceOf(OperatorError.class);
    }

    private int batches(SeedOptions options) {
        return options.checkpoint(target(), at(NOW)).batches("posts");
    }

    private Instant end(@Nullable String until, Instant now) {
        return new SeedOptions(1, TINY, null, until).checkpoint(target(), at(now)).until();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** A platform of which only the folder of notes matters. */
    private Target target() {
        return new Target() {
            @Override
            public String name() {
                return "local";
            }

            @Override
            public boolean local() {
                return true;
            }

            @Override
            public List<Endpoint> services() {
                return List.of();
            }

            @Override
            public Endpoint gateway() {
                throw new AssertionError("nobody asks");
            }

            @Override
            public Endpoint instanceOf(String service) {
                throw new AssertionError("nobody asks");
            }

            @Override
            public Map<String, String> kafka() {
                return Map.of();
            }

            @Override
            public String restartKafka() {
                return "";
            }

            @Override
            public String serviceTokenKey() {
                throw new AssertionError("nobody asks");
            }

            @Override
            public Path toolState() {
                return folder;
            }
        };
    }
}
