package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.world.Sizes;

/** The values of {@code --profile}. */
enum Profile {
    tiny(20, 100, 80),
    demo(200, 2_000, 3_000),
    load(10_000, 100_000, 300_000);

    private final Sizes sizes;

    Profile(int users, int posts, int follows) {
        this.sizes = new Sizes(users, posts, follows);
    }

    Sizes sizes() {
        return sizes;
    }
}
