package dev.socialhub.cli.seed.rows;

import java.util.Arrays;

/**
 * The ranks of all users by how well known they are; the last ranks are those of users without
 * data.
 */
final class Ranks {
    private final int[] userAt;
    private final int[] rankOf;

    private Ranks(int[] userAt) {
        this.userAt = userAt;
        this.rankOf = new int[userAt.length];
        for (int rank = 0; rank < userAt.length; rank++) {
            rankOf[userAt[rank]] = rank;
        }
    }

    /** Ranks in random order. */
    static Ranks random(long key, int users) {
        int[] people = new int[users];
        SeededRandom random = RowKind.RANK.random(key);
        for (int i = 0; i < users; i++) {
            int other = random.below(i + 1);
            people[i] = people[other];
            people[other] = i;
        }
        return new Ranks(people);
    }

    /** In the order of their numbers of followers; of equals the lower number first. */
    static Ranks byFollowers(int[] followers) {
        long[] keys = new long[followers.length];
        for (int user = 0; user < keys.length; user++) {
            keys[user] = ((long) -followers[user] << 32) | user;
        }
        Arrays.sort(keys);
        int[] people = new int[keys.length];
        for (int rank = 0; rank < keys.length; rank++) {
            people[rank] = (int) keys[rank];
        }
        return new Ranks(people);
    }

    int size() {
        return userAt.length;
    }

    int userAt(int rank) {
        return userAt[rank];
    }

    int rankOf(int user) {
        return rankOf[user];
    }
}
