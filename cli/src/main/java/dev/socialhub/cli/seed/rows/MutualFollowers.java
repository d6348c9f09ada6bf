package dev.socialhub.cli.seed.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pairs of users who follow each other, and so may send messages to each other. */
final class MutualFollowers {
    /** So many pairs with the same user at most, so that many users have a conversation. */
    private static final int PAIRS_EACH = 5;

    /** A pair of users, by their numbers. */
    record Pair(int one, int other) {}

    private MutualFollowers() {}

    /**
     * Finds pairs, beginning with those of the users of middle rank.
     *
     * @param most how many are enough
     */
    static List<Pair> of(Graph graph, int most) {
        List<Pair> pairs = new ArrayList<>();
        Set<Long> found = new HashSet<>();
        for (int i = 0; i < graph.active() && pairs.size() < most; i++) {
            int user = graph.ranks().userAt((graph.active() / 2 + i) % graph.active());
            int own = 0;
            for (int other : followed(graph, user)) {
                if (own == PAIRS_EACH || pairs.size() == most) {
                    break;
                }
                if (contains(followed(graph, other), user)
                        && found.add(Blocks.pair(Math.min(user, other), Math.max(user, other)))) {
                    pairs.add(new Pair(user, other));
                    own++;
                }
            }
        }
        return pairs;
    }

    private static int[] followed(Graph graph, int user) {
        return graph.follows(user) == 0 ? new int[0] : graph.followed(user);
    }

    private static boolean contains(int[] users, int user) {
        return Arrays.stream(users).anyMatch(one -> one == user);
    }
}
