package dev.socialhub.users.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.users.count.FollowCounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleCacheTest {

    private static final UUID PERSON = new UUID(0, 1);

    private final FakeEntries entries = new FakeEntries();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final PeopleCache cache = new PeopleCache(entries, JsonMapper.createDefault(), meters);
    private long stored = 1;
    private int loads;

    @Test
    void asksTheDatabaseOnce() {
        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(1);

        assertThat(loads).isEqualTo(1);
        assertThat(gets("miss")).isEqualTo(1);
        assertThat(gets("hit")).isEqualTo(1);
    }

    @Test
    void keepsNothingThatChangedWhileItWasRead() {
        Optional<FollowCounts> old =
                cache.read(
                        PERSON,
                        FollowCounts.class,
                        () -> {
                            Optional<FollowCounts> before = load();
                            stored = 2;
                            entries.forget(List.of(PERSON));
                            return before;
                        });

        assertThat(old.orElseThrow().followers()).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void doesWithoutRedis() {
        read();
        entries.away = true;
        stored = 2;

        assertThat(read()).isEqualTo(2);
        assertThat(gets("error")).isEqualTo(1);
    }

    @Test
    void asksTheDatabaseInPlaceOfWhatItCanNotRead() {
        entries.find(PERSON, "t");
        entries.fill(PERSON, "t", "[]".getBytes(StandardCharsets.UTF_8));

        assertThat(read()).isEqualTo(1);
        assertThat(gets("error")).isEqualTo(1);
    }

    @Test
    void cachesNothingForAnUnknownUser() {
        assertThat(cache.read(PERSON, FollowCounts.class, Optional::empty)).isEmpty();
        assertThat(read()).isEqualTo(1);
    }

    private long read() {
        return cache.read(PERSON, FollowCounts.class, this::load).orElseThrow().followers();
    }

    private Optional<FollowCounts> load() {
        loads++;
        return Optional.of(new FollowCounts(stored, 0));
    }

    private double gets(String result) {
        return meters.get("cache.gets").tag("result", result).counter().count();
    }
}
