package dev.socialhub.notifications.head;

import dev.socialhub.notifications.RunningNotifications;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The store in MongoDB keeps the same contract as the fake. */
class MongoHeadStoreIT extends HeadStoreContract {

    private static ApplicationContext context;

    @BeforeAll
    static void start() {
        context = RunningNotifications.withoutServer(RunningNotifications.newDatabase());
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Override
    HeadStore store() {
        return context.getBean(MongoHeadStore.class);
    }
}
