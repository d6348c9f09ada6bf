package dev.socialhub.users;

import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.testkit.TestServers;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The users service with its stores, and the requests that tests send to it. */
public final class UsersServer implements AutoCloseable {

    public static final String USERS = "/api/v1/users/";

    public final RunningService service;
    private final AtomicInteger people = new AtomicInteger();

    private UsersServer(RunningService service) {
        this.service = service;
    }

    public static UsersServer start() {
        return start(Map.of());
    }

    public static UsersServer start(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("redis.uri", TestServers.shared().redisUrl());
        all.putAll(settings);
        return new UsersServer(RunningService.start("users", all));
    }

    /** A new user, with a name that no other test uses. */
    public Person somebody() {
        String username = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        return service.auth.signUp(username, "Person " + people.incrementAndGet());
    }

    /** A new user that has a profile already. */
    public Person member() {
        Person person = somebody();
        service.get(person, USERS + "me");
        return person;
    }

    public Answer follow(@Nullable Person caller, Person target) {
        return put(caller, USERS + target.id() + "/follow");
    }

    public Answer unfollow(@Nullable Person caller, Person target) {
        return service.delete(caller, USERS + target.id() + "/follow");
    }

    public Answer toggle(@Nullable Person caller, Person target, String... headers) {
        return service.post(caller, USERS + target.id() + "/follow", "", headers);
    }

    public Answer block(@Nullable Person caller, Person target) {
        return put(caller, USERS + target.id() + "/block");
    }

    public Answer unblock(@Nullable Person caller, Person target) {
        return service.delete(caller, USERS + target.id() + "/block");
    }

    public Answer put(@Nullable Person person, String path) {
        return service.send(person, service.request(path).PUT(BodyPublishers.noBody()));
    }

    public Answer get(@Nullable Person person, String path) {
        return service.get(person, path);
    }

    /** A request by another service. */
    public Answer internal(String path) {
        return internal("GET", path);
    }

    /** A request by another service, or an operator, that changes something. */
    public Answer internal(String method, String path) {
        return service.send(
                null,
                service.request(path)
                        .header(
                                "Authorization",
                                "Bearer " + service.bean(ServiceTokens.class).issue())
                        .method(method, BodyPublishers.noBody()));
    }

    /** A user's counts as the user is shown them: followers, following. */
    public List<Integer> counts(Person person) {
        Answer answer = get(person, USERS + "me/counts");
        return List.of(
                Integer.parseInt(answer.at("followers")), Integer.parseInt(answer.at("following")));
    }

    /** The same, counted from the edges. */
    public List<Integer> trueCounts(Person person) {
        return List.of(
                Integer.parseInt(
                        ask(
                                "select count(*) from edge where kind = 'follow' and active"
                                        + " and to_id = ?",
                                person.id())),
                Integer.parseInt(
                        ask(
                                "select count(*) from edge where kind = 'follow' and active"
                                        + " and from_id = ?",
                                person.id())));
    }

    /** The first column of the only row. */
    public String ask(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new AssertionError("no row");
                }
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String... statements) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                service.database.url(), service.database.user(), service.database.password());
    }

    /** The texts of one field of all items on all pages of a list. */
    public List<String> all(Person person, String path, String field) {
        List<String> texts = new ArrayList<>();
        for (String page = path; page != null; ) {
            Answer answer = get(person, page);
            answer.json()
                    .get("items")
                    .values()
                    .forEach(item -> texts.add(item.get(field).getStringValue()));
            String link = answer.header("Link");
            page = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return texts;
    }

    @Override
    public void close() {
        service.close();
    }
}
