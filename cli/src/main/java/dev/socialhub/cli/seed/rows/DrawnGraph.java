package dev.socialhub.cli.seed.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A graph like those of social networks: a few users have very many followers, and there is a long
 * tail. The numbers of followers by rank are a Zipf-Mandelbrot law, whose percentiles are those of
 * the network of Reed College's students (half of them have 29 or more, a tenth 87, one in a
 * hundred 157, of 962 people), with a head by Zipf's own law: the best known is followed by a third
 * of all users. Half of all follows stay within a language.
 */
final class DrawnGraph implements Graph {
    /** The ranks over which the law is flat, as a fraction of all users. */
    private static final double FLAT_SHARE = 1 / 16.0;

    /** The fraction of all users that follows the best known one. */
    private static final double TOP_USER_SHARE = 0.4;

    /** The best known user gets at most this fraction of all follows, however few there are. */
    private static final double MAX_SHARE = 0.1;

    private static final double WITHIN_LANGUAGE = 0.5;

    /** The spread of how many others a user follows. */
    private static final double SPREAD = 0.8;

    /** The greatest number of follows that the platform allows a user. */
    private static final int MAX_FOLLOWS = 5_000;

    private final long key;
    private final Ranks ranks;
    private final int active;
    private final Blocks blocks;
    private final int[] languageOf;
    private final double[] weights;
    private final int[] follows;
    private final WeightedDraw allUsers;
    private final List<WeightedDraw> speakers;

    /**
     * @throws TooManyFollows if so many follows are impossible among so few users
     */
    DrawnGraph(long key, DataSetSizes sizes, Ranks ranks, Blocks blocks, int[] languageOf) {
        this.key = key;
        this.ranks = ranks;
        this.active = sizes.users() - sizes.empty();
        this.blocks = blocks;
        this.languageOf = languageOf.clone();
        this.weights = weights(sizes.users(), sizes.follows());
        this.follows = shares(sizes.users(), sizes.follows());
        int[] all = new int[active];
        for (int rank = 0; rank < active; rank++) {
            all[rank] = ranks.userAt(rank);
        }
        this.allUsers = new WeightedDraw(all, weights);
        int languages = Arrays.stream(languageOf).max().orElse(0) + 1;
        this.speakers = new ArrayList<>();
        for (int language = 0; language < languages; language++) {
            int wanted = language;
            speakers.add(
                    new WeightedDraw(
                            Arrays.stream(all).filter(user -> languageOf[user] == wanted).toArray(),
                            weights));
        }
    }

    private double[] weights(int users, int total) {
        double[] byUser = new double[users];
        double flat = active * FLAT_SHARE;
        double body = total / StrictMath.log((active + flat) / (1 + flat));
        double head = Math.min(active * TOP_USER_SHARE, total * MAX_SHARE);
        for (int rank = 0; rank < active; rank++) {
            byUser[ranks.userAt(rank)] =
                    Math.max(body / (rank + 1 + flat), head / (rank + 1)) + Double.MIN_NORMAL;
        }
        return byUser;
    }

    private int[] shares(int users, int total) {
        double[] activity = new double[users];
        int[] caps = new int[users];
        for (int rank = 0; rank < active; rank++) {
            int user = ranks.userAt(rank);
            activity[user] = RowKind.ACTIVITY.random(key, user).spread(SPREAD);
            caps[user] = Math.min(MAX_FOLLOWS, active - 1 - blocks.of(user));
        }
        long room = Arrays.stream(caps).asLongStream().sum();
        if (total > room) {
            throw new TooManyFollows(room);
        }
        return Shares.divide(total, activity, caps);
    }

    @Override
    public int follows(int user) {
        return follows[user];
    }

    @Override
    public int[] followed(int user) {
        int wanted = follows[user];
        SeededRandom random = RowKind.FOLLOW.random(key, user);
        return wanted * 3L > active
                ? drawDense(user, wanted, random)
                : drawSparse(user, wanted, random);
    }

    /** Draws until enough are found, which is quick while most of the others aren't drawn yet. */
    private int[] drawSparse(int user, int wanted, SeededRandom random) {
        int[] found = new int[wanted];
        DrawnUsers drawn = new DrawnUsers(wanted);
        WeightedDraw near = speakers.get(languageOf[user]);
        int count = 0;
        for (int misses = 0; count < wanted; ) {
            if (misses > 20 * (wanted + 10)) {
                return drawDense(user, wanted, random);
            }
            boolean within = near.size() > 2 * wanted && random.chance(WITHIN_LANGUAGE);
            int other = (within ? near : allUsers).draw(random);
            if (other != user && !blocks.between(user, other) && drawn.add(other)) {
                found[count++] = other;
            } else {
                misses++;
            }
        }
        return found;
    }

    /**
     * Gives every user a number that is smaller the greater the weight, and takes the smallest: a
     * draw without replacement (Efraimidis and Spirakis).
     */
    private int[] drawDense(int user, int wanted, SeededRandom random) {
        record Lot(int user, double number) {}
        List<Lot> candidates = new ArrayList<>();
        for (int rank = 0; rank < active; rank++) {
            int other = ranks.userAt(rank);
            double number = -StrictMath.log(1 - random.unit()) / weights[other];
            if (other != user && !blocks.between(user, other)) {
                candidates.add(new Lot(other, number));
            }
        }
        candidates.sort(Comparator.comparingDouble(Lot::number).thenComparingInt(Lot::user));
        return candidates.stream().limit(wanted).mapToInt(Lot::user).toArray();
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
