package dev.socialhub.loadtest.probe.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A post under a key: its author, the key's lock, the post, its event, the answer, commit. */
public final class CreatePostWork implements SqlWork {

    static final String AUTHORS =
            "insert into author (user_id, username, name, account_version, profile_version) select "
                    + ProbeUsers.ID
                    + ", 'load_' || n, 'Load Tester', 1, 1 from generate_series(1, "
                    + ProbeUsers.COUNT
                    + ") n";
    static final String CONTENT = "As long as an average post is. ".repeat(6);

    private static final String NO_METADATA = "{\"hashtags\":[],\"mentions\":[]}";
    private static final String ROUTE = "POST /api/v1/posts";
    private static final int EVENT_BYTES = 560;
    private static final int ANSWER_BYTES = 430;

    @Override
    public String name() {
        return "create-post-sql";
    }

    @Override
    public String service() {
        return "posts";
    }

    @Override
    public List<String> tables() {
        return List.of("author", "post", "outbox", "idempotency");
    }

    @Override
    public List<String> rows() {
        return List.of(AUTHORS);
    }

    @Override
    public Turn prepare(Connection connection) throws SQLException {
        Statements sql = Statements.of(name());
        PreparedStatement author = sql.prepare(connection, "author");
        PreparedStatement lock = sql.prepare(connection, "lock");
        PreparedStatement find = sql.prepare(connection, "find");
        PreparedStatement add = sql.prepare(connection, "add");
        PreparedStatement append = sql.prepare(connection, "append");
        PreparedStatement answer = sql.prepare(connection, "answer");
        return number -> {
            UUID authorId = ProbeUsers.id(number);
            String key = ProbeUsers.newId(number).toString();
            author.setObject(1, authorId);
            ResultRows.readAll(author, 3, 1);
            connection.setAutoCommit(false);
            lock.setString(1, authorId.toString());
            lock.setString(2, ROUTE);
            lock.setString(3, key);
            ResultRows.readAll(lock, 1, 1);
            setKey(find, authorId, key);
            ResultRows.readAll(find, 4, 0);
            add(add, authorId, ProbeUsers.newId(number));
            append.setShort(1, (short) (number & 15));
            append.setString(2, "POST_TOPIC");
            append.setString(3, key);
            append.setBytes(4, new byte[EVENT_BYTES]);
            append.setString(5, null);
            append.setString(6, "post.created");
            append.executeUpdate();
            setKey(answer, authorId, key);
            answer.setBytes(4, new byte[32]);
            answer.setInt(5, 201);
            answer.setString(6, "{\"Location\":\"/api/v1/posts/%s\"}".formatted(key));
            answer.setBytes(7, new byte[ANSWER_BYTES]);
            answer.executeUpdate();
            connection.commit();
            connection.setAutoCommit(true);
        };
    }

    private static void setKey(PreparedStatement statement, UUID authorId, String key)
            throws SQLException {
        statement.setObject(1, authorId);
        statement.setString(2, ROUTE);
        statement.setString(3, key);
    }

    private static void add(PreparedStatement add, UUID authorId, UUID id) throws SQLException {
        add.setObject(1, id);
        add.setString(2, "public");
        add.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
        add.setLong(4, 1);
        add.setString(5, NO_METADATA);
        add.setString(6, CONTENT);
        add.setObject(7, authorId);
        if (add.executeUpdate() != 1) {
            throw new SQLException("the author doesn't exist");
        }
    }
}
