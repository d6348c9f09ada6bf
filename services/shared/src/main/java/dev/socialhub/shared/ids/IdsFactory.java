package dev.socialhub.shared.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock and the ids of a running service. */
@Factory
final class IdsFactory {

    @Singleton
    Ids ids() {
        return UuidCreator::getTimeOrderedEpoch;
    }

    @Singleton
    Clock clock() {
        // Microseconds, as PostgreSQL stores them: a time in an answer equals the time that is read
        // back.
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
