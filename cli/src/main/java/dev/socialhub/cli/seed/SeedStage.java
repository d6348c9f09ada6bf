package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.rows.Edge;
import dev.socialhub.cli.seed.rows.GeneratedComment;
import dev.socialhub.cli.seed.rows.GeneratedLike;
import dev.socialhub.cli.seed.rows.GeneratedMessage;
import dev.socialhub.cli.seed.rows.GeneratedPost;
import dev.socialhub.cli.seed.rows.GeneratedRows;
import dev.socialhub.cli.seed.rows.GeneratedUser;
import dev.socialhub.cli.seed.rows.PostPicture;
import dev.socialhub.contracts.user.EdgeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of rows: the service that receives them, and the form in which a part of them is sent.
 *
 * @param name that of its rows
 * @param service the one that owns them
 * @param path the service's path for the rows, below {@code /internal/ops/seed/}
 * @param rows how many there are
 * @param batch how many are sent together: well below a megabyte
 * @param bodies the rows as the service expects them
 */
record SeedStage(String name, String service, String path, int rows, int batch, Bodies bodies) {

    /** As many as a service draws in a few seconds. */
    private static final int PICTURES = 20;

    /** Whole conversations: a multiple of the messages of each. */
    private static final int MESSAGES = 500;

    /** The rows from one number up to another, as the service expects them. */
    @FunctionalInterface
    interface Bodies {
        Object of(int from, int to);
    }

    /** The generated rows from one number up to another. */
    @FunctionalInterface
    private interface Part<R> {
        List<R> of(int from, int to);
    }

    /** The fields of a row, in the order in which they are written. */
    private static final class Fields<R> {
        private final SequencedMap<String, Function<R, @Nullable Object>> fields =
                new LinkedHashMap<>();

        Fields<R> with(String name, Function<R, @Nullable Object> value) {
            fields.put(name, value);
            return this;
        }

        Map<String, @Nullable Object> of(R row) {
            Map<String, @Nullable Object> written = new LinkedHashMap<>();
            fields.forEach((name, value) -> written.put(name, value.apply(row)));
            return written;
        }
    }

    private static final Fields<GeneratedUser> ACCOUNT =
            new Fields<GeneratedUser>()
                    .with("id", GeneratedUser::id)
                    .with("username", GeneratedUser::username)
                    .with("email", GeneratedUser::email)
                    .with("name", GeneratedUser::name)
                    .with("createdAtMillis", GeneratedUser::joinedMillis);

    private static final Fields<GeneratedUser> PROFILE =
            new Fields<GeneratedUser>()
                    .with("userId", GeneratedUser::id)
                    .with("username", GeneratedUser::username)
                    .with("name", GeneratedUser::name)
                    .with("headline", GeneratedUser::headline)
                    .with("bio", GeneratedUser::bio)
                    .with("location", GeneratedUser::location)
                    .with("skills", GeneratedUser::skills)
                    .with("createdAtMillis", GeneratedUser::joinedMillis);

    private static final Fields<Edge> EDGE =
            new Fields<Edge>()
                    .with("fromId", Edge::from)
                    .with("toId", Edge::to)
                    .with("changedAtMillis", Edge::millis);

    private static final Fields<GeneratedPost> POST =
            new Fields<GeneratedPost>()
                    .with("id", GeneratedPost::id)
                    .with("authorId", GeneratedPost::author)
                    .with("content", GeneratedPost::content)
                    .with("visibility", GeneratedPost::visibility)
                    .with("createdAtMillis", GeneratedPost::millis);

    private static final Fields<GeneratedLike> LIKE =
            new Fields<GeneratedLike>()
                    .with("postId", GeneratedLike::post)
                    .with("userId", GeneratedLike::user)
                    .with("likedAtMillis", GeneratedLike::millis);

    private static final Fields<GeneratedComment> COMMENT =
            new Fields<GeneratedComment>()
                    .with("id", GeneratedComment::id)
                    .with("postId", GeneratedComment::post)
                    .with("authorId", GeneratedComment::author)
                    .with("content", GeneratedComment::content)
                    .with("createdAtMillis", GeneratedComment::millis);

    private static final Fields<PostPicture> PICTURE =
            new Fields<PostPicture>()
                    .with("id", PostPicture::id)
                    .with("postId", PostPicture::post)
                    .with("authorId", PostPicture::author)
                    .with("createdAtMillis", PostPicture::millis);

    private static final Fields<GeneratedMessage> MESSAGE =
            new Fields<GeneratedMessage>()
                    .with("senderId", GeneratedMessage::sender)
                    .with("senderUsername", GeneratedMessage::username)
                    .with("room", GeneratedMessage::room)
                    .with("receiverId", GeneratedMessage::receiver)
                    .with("tempId", GeneratedMessage::tempId)
                    .with("text", GeneratedMessage::text)
                    .with("createdAtMillis", GeneratedMessage::millis);

    /** All stages, each before those whose rows refer to its own. */
    static List<SeedStage> of(GeneratedRows all) {
        int users = all.sizes().users();
        int follows = all.sizes().follows();
        return List.of(
                rows("accounts", "auth", users, ACCOUNT, all::users),
                rows("profiles", "users", users, PROFILE, all::users),
                edges("blocks", EdgeKind.BLOCK, all.blocks(), all::blocks),
                edges("follows", EdgeKind.FOLLOW, follows, all::follows),
                rows("posts", "posts", all.sizes().posts(), POST, all::posts),
                rows("likes", "posts", all.sizes().likes(), LIKE, all::likes),
                rows("comments", "posts", all.sizes().comments(), COMMENT, all::comments),
                rows("pictures", "posts", all.sizes().pictures(), PICTURE, all::pictures)
                        .inBatchesOf(PICTURES),
                rows("messages", "chat", all.messages(), MESSAGE, all::messages)
                        .inBatchesOf(MESSAGES));
    }

    private SeedStage inBatchesOf(int size) {
        return new SeedStage(name, service, path, rows, size, bodies);
    }

    /** Rows whose name, path and list in the body are the same. */
    private static <R> SeedStage rows(
            String name, String service, int rows, Fields<R> fields, Part<R> part) {
        return new SeedStage(
                name,
                service,
                name,
                rows,
                1_000,
                (from, to) -> Map.of(name, list(fields, part.of(from, to))));
    }

    private static SeedStage edges(String name, EdgeKind kind, int rows, Part<Edge> part) {
        return new SeedStage(
                name,
                "users",
                "edges",
                rows,
                2_000,
                (from, to) ->
                        Map.of("kind", kind.wireName(), "edges", list(EDGE, part.of(from, to))));
    }

    private static <R> List<Map<String, @Nullable Object>> list(Fields<R> fields, List<R> rows) {
        return rows.stream().map(fields::of).toList();
    }
}
