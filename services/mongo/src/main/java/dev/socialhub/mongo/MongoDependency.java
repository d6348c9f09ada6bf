package dev.socialhub.mongo;

import dev.socialhub.shared.dependency.Dependency;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** The document store. */
@Singleton
final class MongoDependency implements Dependency {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final MongoCollections collections;

    MongoDependency(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public String name() {
        return "mongodb";
    }

    /** On a thread that is given up after a while: the client itself would be more patient. */
    @Override
    public boolean answers() throws Exception {
        FutureTask<Boolean> pingTask = new FutureTask<>(collections::ping, true);
        Thread.ofVirtual().name("ping-" + name()).start(pingTask);
        try {
            return pingTask.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            pingTask.cancel(true);
        }
    }
}
