package dev.socialhub.notifications.notification;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The stores in MongoDB keep the same contracts as the fakes. */
class MongoStoresIT {

    private static ApplicationContext context;

    @BeforeAll
    static void start() {
        context =
                ApplicationContext.run(
                        RunningNotifications.settings(
                                RunningNotifications.newDatabase(), "http://127.0.0.1:1"));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Nested
    class Notifications extends NotificationStoreContract {
        @Override
        NotificationStore store() {
            return context.getBean(MongoNotificationStore.class);
        }
    }

    @Nested
    class Subjects extends SubjectStoreContract {
        @Override
        SubjectStore store() {
            return context.getBean(MongoSubjectStore.class);
        }
    }

    @Nested
    class Erasures extends ErasureStoreContract {
        @Override
        ErasureStore store() {
            return context.getBean(MongoErasureStore.class);
        }
    }

    @Nested
    class Heads extends HeadStoreContract {
        @Override
        HeadStore store() {
            return context.getBean(MongoHeadStore.class);
        }
    }
}
