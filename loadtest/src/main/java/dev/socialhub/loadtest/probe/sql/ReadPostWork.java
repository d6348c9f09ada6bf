package dev.socialhub.loadtest.probe.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A post that is public, read by a user other than its author. */
public final class ReadPostWork implements SqlWork {

    @Override
    public String name() {
        return "read-post-sql";
    }

    @Override
    public String service() {
        return "posts";
    }

    @Override
    public List<String> tables() {
        return List.of("author", "post", "edge", "post_count", "post_count_delta", "post_like");
    }

    /** A post of each, of the same number. */
    @Override
    public List<String> rows() {
        return List.of(
                CreatePostWork.AUTHORS,
                "insert into post (id, author_id, content, visibility, created_at, version) select "
                        + ProbeUsers.ID
                        + ", "
                        + ProbeUsers.ID
                        + ", '"
                        + CreatePostWork.CONTENT.replace("'", "''")
                        + "', 'public', now(), 1 from generate_series(1, "
                        + ProbeUsers.COUNT
                        + ") n");
    }

    @Override
    public Turn prepare(Connection connection) throws SQLException {
        PreparedStatement post = Statements.of(name()).prepare(connection, "post");
        return number -> {
            post.setObject(1, ProbeUsers.id(number + 1));
            post.setObject(2, ProbeUsers.id(number));
            for (int column = 3; column <= 6; column++) {
                post.setObject(column, ProbeUsers.id(number + 1));
            }
            ResultRows.readAll(post, 12, 1);
        };
    }
}
