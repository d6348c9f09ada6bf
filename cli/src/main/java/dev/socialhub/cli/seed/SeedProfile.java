package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.rows.DataSetSizes;

/** The values of {@code --profile}. */
enum SeedProfile {
    tiny(20, 100, 80),
    demo(200, 2_000, 3_000),
    load(10_000, 100_000, 300_000);

    private final DataSetSizes sizes;

    SeedProfile(int users, int posts, int follows) {
        this.sizes = new DataSetSizes(users, posts, follows);
    }

    DataSetSizes sizes() {
        return sizes;
    }
}
