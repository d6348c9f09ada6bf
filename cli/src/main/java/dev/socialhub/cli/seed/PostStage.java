package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.rows.GeneratedRows;
import java.util.List;

/** Posts, at the posts service. */
record PostStage(GeneratedRows generated) implements SeedStage {
    record Row(
            String id, String authorId, String content, String visibility, long createdAtMillis) {}

    record Batch(List<Row> posts) {}

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public String service() {
        return "posts";
    }

    @Override
    public String path() {
        return "posts";
    }

    @Override
    public int rows() {
        return generated.sizes().posts();
    }

    @Override
    public int batch() {
        return 1_000;
    }

    @Override
    public Batch body(int from, int to) {
        return new Batch(
                generated.posts(from, to).stream()
                        .map(post ->
                                new Row(
                                        post.id().toString(),
                                        post.author().toString(),
                                        post.content(),
                                        post.visibility(),
                                        post.millis()))
                        .toList());
    }
}
