package dev.socialhub.cli.seed.rows;

/** The sizes of a data set. */
public record DataSetSizes(int users, int posts, int follows) {
    private static final int MAX_PICTURES = 200;
    private static final int MAX_ROOMS = 50;
    private static final int MAX_DIRECT_CONVERSATIONS = 1_000;

    /** How many likes the posts have. */
    public int likes() {
        return posts * 2;
    }

    /** How many comments the posts have. */
    public int comments() {
        return posts / 2;
    }

    /** How many posts have a picture: few, since each is files on a disk. */
    public int pictures() {
        return Math.min(posts / 20, MAX_PICTURES);
    }

    /** How many rooms have messages. */
    int rooms() {
        return Math.min(users / 20, MAX_ROOMS);
    }

    /** How many pairs of users have sent messages to each other, if so many may. */
    int directConversations() {
        return Math.min(users / 2, MAX_DIRECT_CONVERSATIONS);
    }

    /** How many users have no data. */
    int empty() {
        return users < 5 ? 0 : Math.max(1, users / 50);
    }
}
