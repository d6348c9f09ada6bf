package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.shared.testing.Answer;
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

    private RunningService posts;
    private Bus bus;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        bus = new Bus();
    }

    @AfterEach
    void authIsBack() {
        posts.auth.away = false;
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @Test
    void tellsOfPublishingAndDeletingInOrder() {
        Person john = posts.auth.signUp("john", "John Doe");
        Answer created = publish(john, "news");
        assertThat(posts.delete(john, created.location()).status()).isEqualTo(204);

        await().untilAsserted(() -> assertThat(bus.about(Topic.POST, created.at("id"))).hasSize(2));
        List<EventData> events = bus.about(Topic.POST, created.at("id"));
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        PostCreated.class,
                        e -> {
                            assertThat(e.authorId()).isEqualTo(john.id());
                            assertThat(e.authorUsername()).isEqualTo("john");
                            assertThat(e.content()).isEqualTo("news");
                            assertThat(e.visibility()).isEqualTo(Visibility.PUBLIC);
                            assertThat(e.createdAt())
                                    .isEqualTo(Instant.parse(created.at("createdAt")));
                            assertThat(e.version()).isEqualTo(1);
                        });
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        PostDeleted.class, e -> assertThat(e.version()).isEqualTo(2));
    }

    @Test
    void namesANewAuthorByTheTokenWhileAuthIsAwayAndByTheEventAfterwards() {
        Person jane = posts.auth.stranger("jane", "Jane Roe");
        posts.auth.away = true;
        Answer created = publish(jane, "early");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("author.name")).isEqualTo("jane");

        bus.send(registered(jane, "Jane Roe"));

        awaitName(jane, created, "Jane Roe");
    }

    @Test
    void letsTheProfileNameWinWhateverTheOrder() {
        Person early = posts.auth.signUp("early", "At Sign-up");
        Answer first = publish(early, "x");
        bus.send(profile(early, "Third", 3));
        awaitName(early, first, "Third");
        bus.send(profile(early, "Second", 2));
        bus.send(registered(early, "At Sign-up"));
        bus.send(profile(early, "Fourth", 4));
        awaitName(early, first, "Fourth");

        Person late = posts.auth.signUp("late", "At Sign-up");
        bus.send(profile(late, "Renamed", 2));
        bus.send(registered(late, "At Sign-up"));
        bus.send(profile(late, "Renamed again", 3));
        await().untilAsserted(() ->
                assertThat(publish(late, "x").at("author.name")).isEqualTo("Renamed again"));
    }

    @Test
    void takesAnEventThatComesTwiceOnce() {
        Person twice = posts.auth.stranger("twice", "Twice");
        Event event = bus.send(registered(twice, "Twice"));
        bus.send(event);

        await().untilAsserted(() ->
                assertThat(posts.get(null, "/prometheus").text())
                        .containsPattern("inbox_duplicates_total\\{group=\"posts_\\w+\"\\} [1-9]"));
    }

    @Test
    void answers503WhenItCanNotKnowWhetherAUserExists() {
        Person reader = posts.auth.signUp("reader", "Reader");
        publish(reader, "I am known here");
        posts.auth.away = true;

        Answer unknown = posts.get(reader, "/api/v1/users/who_knows/posts");
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.header("Retry-After")).isEqualTo("2");
        assertThat(posts.get(reader, "/api/v1/users/reader/posts").status()).isEqualTo(200);
    }

    @Test
    void asksAuthAtMostOnceASecondForAnUnknownUser() {
        Person reader = posts.auth.signUp("curious", "Curious");
        int before = posts.auth.lookups.get();
        for (int i = 0; i < 20; i++) {
            assertThat(posts.get(reader, "/api/v1/users/no_such_user/posts").status())
                    .isEqualTo(404);
        }
        assertThat(posts.auth.lookups.get() - before).isBetween(1, 3);
    }

    private void awaitName(Person viewer, Answer post, String name) {
        await().untilAsserted(() ->
                assertThat(posts.get(viewer, post.location()).at("author.name")).isEqualTo(name));
    }

    private Answer publish(Person author, String content) {
        return posts.post(author, "/api/v1/posts", "{\"content\":\"%s\"}".formatted(content));
    }

    private static UserRegistered registered(Person person, String name) {
        return new UserRegistered(person.id(), person.username(), name, Instant.now(), 1);
    }

    private static UserProfileUpdated profile(Person person, String name, long version) {
        return new UserProfileUpdated(person.id(), person.username(), name, version);
    }
}
