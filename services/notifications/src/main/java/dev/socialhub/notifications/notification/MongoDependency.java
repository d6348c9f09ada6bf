package dev.socialhub.notifications.notification;

import dev.socialhub.shared.dependency.Dependency;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The document store. */
@Singleton
final class MongoDependency implements Dependency {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MongoCollections collections;

    MongoDependency(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public boolean answers() {
        return collections.ping().blockOptional(PATIENCE).isPresent();
    }
}
