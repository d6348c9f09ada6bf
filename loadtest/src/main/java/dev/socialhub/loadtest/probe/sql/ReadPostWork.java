package dev.socialhub.loadtest.probe.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A post that is public, read by a user other than its author. */
public final class ReadPostWork implements SqlWork {

    private static final int COLUMNS = 15;

    /** One parameter is the post's id, all others are the reader's. */
    private static final int PARAMETERS = 7;

    private static final int POST_ID = 3;

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
        return List.of(
                "author",
                "post",
                "edge",
                "post_count",
                "post_count_delta",
                "post_like",
                "bookmark",
                "media");
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
            for (int parameter = 1; parameter <= PARAMETERS; parameter++) {
                UUID id = ProbeUsers.id(parameter == POST_ID ? number : number + 1);
                post.setObject(parameter, id);
            }
            ResultRows.readAll(post, COLUMNS, 1);
        };
    }
}
