package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.rows.GeneratedRows;
import java.util.List;

/** Accounts, at the auth service. */
record AccountStage(GeneratedRows generated) implements SeedStage {
    record Account(String id, String username, String email, String name, long createdAtMillis) {}

    record Batch(List<Account> accounts) {}

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public String service() {
        return "auth";
    }

    @Override
    public String path() {
        return "accounts";
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
                                new Account(
                                        user.id().toString(),
                                        user.username(),
                                        user.email(),
                                        user.name(),
                                        user.joinedMillis()))
                        .toList());
    }
}
