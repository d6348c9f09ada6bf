package dev.socialhub.notifications.retraction;

import dev.socialhub.notifications.RunningNotifications;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The store in MongoDB keeps the same contract as the fake. */
class MongoSubjectStoreIT extends SubjectStoreContract {

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
    SubjectStore store() {
        return context.getBean(MongoSubjectStore.class);
    }
}
