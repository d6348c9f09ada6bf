package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsIT {

    private static final String ME = "/api/v1/users/me";

    private RunningService users;
    private Bus bus;

    @BeforeAll
    void start() {
        users = UsersServer.start().service;
        bus = new Bus();
    }

    @AfterEach
    void authIsBack() {
        users.auth.away = false;
    }

    @AfterAll
    void stop() {
        bus.close();
        users.close();
    }

    @Test
    void makesAProfileForANewAccount() {
        Person john = users.auth.stranger("john", "John Doe");
        Event event = bus.send(registered(john));
        bus.send(event);
        users.auth.away = true;

        await().untilAsserted(() ->
                assertThat(users.get(john, "/api/v1/users/john").status()).isEqualTo(200));
        assertThat(users.get(john, ME).at("name")).isEqualTo("John Doe");
        await().untilAsserted(() ->
                assertThat(users.get(null, "/prometheus").text())
                        .containsPattern("inbox_duplicates_total\\{group=\"users_\\w+\"\\} [1-9]"));
        assertThat(published(john)).isEmpty();
    }

    @Test
    void tellsOfEveryEditOnce() {
        Person jane = users.auth.signUp("jane", "Jane Roe");
        users.patch(jane, ME, "{\"name\":\"Jane R.\"}");
        users.patch(jane, ME, "{\"name\":\"Jane R.\"}");
        users.patch(jane, ME, "{\"bio\":\"b\"}");

        await().untilAsserted(() -> assertThat(published(jane)).hasSize(2));
        assertThat(published(jane))
                .containsExactly(
                        new UserProfileUpdated(jane.id(), "jane", "Jane R.", 2),
                        new UserProfileUpdated(jane.id(), "jane", "Jane R.", 3));
    }

    @Test
    void fillsInTheNameThatATokenDidNotKnowAndTellsOfIt() {
        Person early = users.auth.stranger("early", "Early Bird");
        users.auth.away = true;
        users.patch(early, ME, "{\"headline\":\"first\"}");
        bus.send(registered(early));

        await().untilAsserted(
                        () -> assertThat(users.get(early, ME).at("name")).isEqualTo("Early Bird"));
        assertThat(users.get(early, ME).at("headline")).isEqualTo("first");
        await().untilAsserted(() ->
                assertThat(published(early))
                        .containsExactly(
                                new UserProfileUpdated(early.id(), "early", "early", 2),
                                new UserProfileUpdated(early.id(), "early", "Early Bird", 3)));
    }

    @Test
    void neverOverwritesANameThatTheUserChose() {
        Person chosen = users.auth.stranger("chosen", "At Sign-up");
        users.auth.away = true;
        users.patch(chosen, ME, "{\"name\":\"My Choice\"}");
        bus.send(registered(chosen));

        await().untilAsserted(() ->
                assertThat(users.get(chosen, ME).at("createdAt"))
                        .isEqualTo("2025-01-02T03:04:05Z"));
        assertThat(users.get(chosen, ME).at("name")).isEqualTo("My Choice");
    }

    private List<EventData> published(Person person) {
        return bus.about(Topic.USER, person.id().toString()).stream()
                .filter(UserProfileUpdated.class::isInstance)
                .toList();
    }

    static UserRegistered registered(Person person) {
        return new UserRegistered(
                person.id(),
                person.username(),
                person.name(),
                Instant.parse("2025-01-02T03:04:05Z"),
                1);
    }
}
