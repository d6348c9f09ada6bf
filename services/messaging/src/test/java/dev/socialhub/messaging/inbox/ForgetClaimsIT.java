package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.Settings;
import dev.socialhub.shared.testing.TestDatabase;
import dev.socialhub.testkit.TestServers;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The inbox doesn't grow without end. */
class ForgetClaimsIT {

    @Test
    void twoInstancesForgetWhatTheBusNoLongerHoldsAndNothingElse() throws Exception {
        String name = Settings.newDatabase();
        TestDatabase database = new TestDatabase(name);
        try (ApplicationContext one = start(name);
                ApplicationContext other = start(name)) {
            claim(database, "8 days 1 minute", 12_000);
            claim(database, "7 days 23 hours", 20);
            claim(database, "0 days", 20);
            List<ForgetClaims> both =
                    List.of(one.getBean(ForgetClaims.class), other.getBean(ForgetClaims.class));

            Concurrently.run(
                    2,
                    number -> {
                        both.get(number).forget();
                        return number;
                    });

            assertThat(database.query("select count(*) from inbox")).containsExactly("40");
            assertThat(
                            database.query(
                                    "select count(*) from inbox"
                                            + " where received_at < now() - interval '8 days'"))
                    .containsExactly("0");
        }
    }

    private static ApplicationContext start(String database) {
        return ApplicationContext.run(Settings.with(database, TestServers.shared().kafkaBrokers()));
    }

    private static void claim(TestDatabase database, String age, int count) {
        database.query(
                "insert into inbox select 'kit', gen_random_uuid(), now() - interval '%s'"
                                .formatted(age)
                        + " from generate_series(1, %d)".formatted(count));
    }
}
