package dev.socialhub.posts;

import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.Json;
import dev.socialhub.shared.testing.RunningService;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The service, with what tests of likes and comments do with it. */
final class PostsServer implements AutoCloseable {

    final RunningService service;
    final Bus bus = new Bus();
    private final AtomicInteger members = new AtomicInteger();

    private PostsServer(RunningService service) {
        this.service = service;
    }

    static PostsServer start() {
        return start(Map.of());
    }

    static PostsServer start(Map<String, Object> settings) {
        return new PostsServer(RunningService.start("posts", settings));
    }

    Person member() {
        int number = members.incrementAndGet();
        return service.auth.signUp("member_" + number, "Member " + number);
    }

    /** The id of a new post. */
    String publish(Person author, String visibility) {
        return service.post(
                        author,
                        "/api/v1/posts",
                        "{\"content\":\"a post\",\"visibility\":\"%s\"}".formatted(visibility))
                .at("id");
    }

    Answer get(Person person, String path) {
        return service.get(person, "/api/v1" + path);
    }

    Answer put(Person person, String path) {
        return service.send(person, service.request("/api/v1" + path).PUT(BodyPublishers.noBody()));
    }

    Answer delete(Person person, String path) {
        return service.delete(person, "/api/v1" + path);
    }

    Answer like(Person person, String post) {
        return put(person, "/posts/" + post + "/like");
    }

    Answer unlike(Person person, String post) {
        return delete(person, "/posts/" + post + "/like");
    }

    Answer toggle(Person person, String post, String... headers) {
        return service.post(person, "/api/v1/posts/" + post + "/like", "", headers);
    }

    /** Adds a comment, or a reply to the parent. */
    Answer comment(Person person, String post, String content, @Nullable String parent) {
        return service.post(
                person,
                "/api/v1/posts/" + post + "/comments",
                parent == null
                        ? "{\"content\":\"%s\"}".formatted(content)
                        : "{\"content\":\"%s\",\"parentId\":\"%s\"}".formatted(content, parent));
    }

    /** A field of each item of a list, all pages together. */
    List<String> all(Person person, String list, String field) {
        List<String> values = new ArrayList<>();
        @Nullable String path = "/api/v1" + list;
        while (path != null) {
            Answer page = service.get(person, path);
            for (Json item : page.json().get("items").values()) {
                values.add(item.at(field).coerceStringValue());
            }
            String link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return values;
    }

    /** Lets one user block another, and waits until the block is known here. */
    void block(Person blocker, Person blocked) {
        bus.send(new BlockCreated(blocker.id(), blocked.id(), Instant.now(), 1));
        await().until(() ->
                number(
                                "edge where active and from_id = '"
                                        + blocker.id()
                                        + "' and to_id = '"
                                        + blocked.id()
                                        + "'")
                        == 1);
    }

    /** Deletes a user, and waits until all data is erased. */
    void erase(Person person) {
        bus.send(new UserDeleted(person.id(), Instant.now(), 2));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        number(
                                        "deleted_user where erased_at is not null and user_id = '"
                                                + person.id()
                                                + "'")
                                == 1);
    }

    /** How many of these rows there are. */
    long number(String rows) {
        return Long.parseLong(query("select count(*) from " + rows));
    }

    /** The first column of the first row. */
    String query(String sql) {
        return service.database.query(sql).getFirst();
    }

    /** The stored counts of posts or comments that differ from what they count. */
    List<String> wrongCounts() {
        return service.database.query(
                """
                with folded as (select post_id, likes, comments from post_count
                        union all select post_id, likes, comments from post_count_delta),
                    stored as (select post_id, sum(likes) as likes, sum(comments) as comments
                        from folded group by post_id),
                    replied as (select comment_id, likes, replies from comment_count
                        union all select comment_id, likes, replies from comment_count_delta),
                    kept as (select comment_id, sum(likes) as likes, sum(replies) as replies
                        from replied group by comment_id)
                select 'post ' || p.id from post p left join stored s on s.post_id = p.id
                where coalesce(s.likes, 0) <> (select count(*) from post_like l
                        where l.post_id = p.id and l.active)
                    or coalesce(s.comments, 0) <> (select count(*) from post_comment c
                        where c.post_id = p.id and c.deleted_at is null)
                union all select 'comment ' || c.id from post_comment c
                    left join kept k on k.comment_id = c.id
                where coalesce(k.likes, 0) <> (select count(*) from comment_like l
                        where l.comment_id = c.id)
                    or coalesce(k.replies, 0) <> (select count(*) from post_comment r
                        where r.parent_id = c.id and r.removed_at is null)
                """);
    }

    @Override
    public void close() {
        bus.close();
        service.close();
    }
}
