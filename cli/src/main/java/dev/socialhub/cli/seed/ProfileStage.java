package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.rows.GeneratedRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Profiles, at the users service. */
record ProfileStage(GeneratedRows generated) implements SeedStage {
    record Row(
            String userId,
            String username,
            String name,
            @Nullable String headline,
            @Nullable String bio,
            @Nullable String location,
            List<String> skills,
            long createdAtMillis) {}

    record Batch(List<Row> profiles) {}

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public String service() {
        return "users";
    }

    @Override
    public String path() {
        return "profiles";
    }

    @Override
    public int rows() {
        return generated.sizes().users();
    }

    @Override
    public int batch() {
        return 1_000;
    }

    @Override
    public Batch body(int from, int to) {
        return new Batch(
                generated.users(from, to).stream()
                        .map(user ->
                                new Row(
                                        user.id().toString(),
                                        user.username(),
                                        user.name(),
                                        user.headline(),
                                        user.bio(),
                                        user.location(),
                                        user.skills(),
                                        user.joinedMillis()))
                        .toList());
    }
}
