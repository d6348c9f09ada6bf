package dev.socialhub.cli.seed.rows;

import java.util.Arrays;

/** A graph that was read from a file: users are the numbers in it, in their order, from 0 on. */
final class GraphFromFile implements Graph {
    private final long[] edges;
    private final int[] first;
    private final Ranks ranks;
    private final int active;

    /**
     * @param edges of {@link Blocks#pair}, sorted, none twice
     * @param users how many there are, including those that are in no edge
     */
    GraphFromFile(long[] edges, int users) {
        this.edges = edges.clone();
        this.first = new int[users + 1];
        int[] followers = new int[users];
        boolean[] named = new boolean[users];
        for (long edge : edges) {
            int from = (int) (edge >>> 32);
            first[from + 1]++;
            followers[(int) edge]++;
            named[from] = true;
            named[(int) edge] = true;
        }
        for (int user = 0; user < users; user++) {
            first[user + 1] += first[user];
            if (!named[user]) {
                followers[user] = -1;
            }
        }
        this.ranks = Ranks.byFollowers(followers);
        int count = 0;
        for (boolean one : named) {
            count += one ? 1 : 0;
        }
        this.active = count;
    }

    /** Whether one of two users, given with the lower number first, follows the other. */
    boolean connects(long pair) {
        int one = (int) (pair >>> 32);
        int other = (int) pair;
        return Arrays.binarySearch(edges, pair) >= 0
                || Arrays.binarySearch(edges, Blocks.pair(other, one)) >= 0;
    }

    @Override
    public int follows(int user) {
        return first[user + 1] - first[user];
    }

    @Override
    public int[] followed(int user) {
        return Arrays.stream(edges, first[user], first[user + 1])
                .mapToInt(edge -> (int) edge)
                .toArray();
    }

    @Override
    public Ranks ranks() {
        return ranks;
    }

    @Override
    public int active() {
        return active;
    }
}
