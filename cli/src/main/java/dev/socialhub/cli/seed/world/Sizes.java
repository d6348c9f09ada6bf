package dev.socialhub.cli.seed.world;

/** How much of everything. */
public record Sizes(int users, int posts, int follows) {

    /** How many have nothing at all. */
    int empty() {
        return users < 5 ? 0 : Math.max(1, users / 50);
    }
}
