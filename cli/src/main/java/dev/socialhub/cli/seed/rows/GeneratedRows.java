package dev.socialhub.cli.seed.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All rows of a data set, by their numbers: any part of them can be made without the rest, so that
 * nothing has to be kept in memory, and a run that ended can be resumed anywhere.
 */
public final class GeneratedRows {
    private static final double FOLLOWERS_ONLY = 0.14;
    private static final double PRIVATE = 0.06;
    private static final double POSTING_SPREAD = 1.0;

    private final long key;
    private final long until;
    private final DataSetSizes sizes;
    private final Graph graph;
    private final Blocks blocks;
    private final GeneratedUsers users;
    private final PostTexts words = new PostTexts();
    private final int[] firstFollow;
    private final int[] firstPost;
    private final WeightedDraw known;
    private final Conversations conversations;

    /**
     * @throws TooManyFollows if there are fewer pairs of users
     */
    public GeneratedRows(DataSet set) {
        key = set.key();
        until = set.until().toEpochMilli();
        sizes = set.sizes();
        int[] languageOf = GeneratedUsers.languages(key, sizes.users());
        if (set.graph() == null) {
            Ranks ranks = Ranks.random(key, sizes.users());
            int active = sizes.users() - sizes.empty();
            blocks = Blocks.random(key, ranks, active, _ -> false);
            graph = new DrawnGraph(key, sizes, ranks, blocks, languageOf);
        } else {
            GraphFromFile read = set.graph().among(sizes.users());
            blocks = Blocks.random(key, read.ranks(), read.active(), read::connects);
            graph = read;
        }
        users =
                new GeneratedUsers(
                        key, set.tag(), until, graph.ranks(), graph.active(), languageOf);
        firstFollow = new int[sizes.users() + 1];
        for (int user = 0; user < sizes.users(); user++) {
            firstFollow[user + 1] = firstFollow[user] + graph.follows(user);
        }
        double[] posting = postWeights();
        firstPost = sums(Shares.divide(sizes.posts(), posting, uncapped(posting)));
        int[] active = new int[graph.active()];
        for (int rank = 0; rank < active.length; rank++) {
            active[rank] = graph.ranks().userAt(rank);
        }
        known = new WeightedDraw(active, posting);
        conversations = new Conversations(set, graph, users, known);
    }

    /** How many users, posts and follows there are. */
    public DataSetSizes sizes() {
        return sizes;
    }

    /** How many blocks there are. */
    public int blocks() {
        return blocks.count();
    }

    /** The users from one number up to another. */
    public List<GeneratedUser> users(int from, int to) {
        List<GeneratedUser> some = new ArrayList<>(to - from);
        for (int user = from; user < to; user++) {
            some.add(users.user(user));
        }
        return some;
    }

    /** The blocks from one number up to another. */
    public List<Edge> blocks(int from, int to) {
        List<Edge> some = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            some.add(edge(blocks.from(i), blocks.to(i)));
        }
        return some;
    }

    /** The follows from one number up to another, one follower after the other. */
    public List<Edge> follows(int from, int to) {
        List<Edge> some = new ArrayList<>(to - from);
        for (int user = owner(firstFollow, from); some.size() < to - from; user++) {
            int[] followed = graph.follows(user) == 0 ? new int[0] : graph.followed(user);
            for (int i = 0; i < followed.length; i++) {
                int number = firstFollow[user] + i;
                if (number >= from && number < to) {
                    some.add(edge(user, followed[i]));
                }
            }
        }
        return some;
    }

    /** The posts from one number up to another, one author after the other. */
    public List<GeneratedPost> posts(int from, int to) {
        List<GeneratedPost> some = new ArrayList<>(to - from);
        int author = owner(firstPost, from);
        for (int number = from; number < to; number++) {
            while (number >= firstPost[author + 1]) {
                author++;
            }
            some.add(post(author, number));
        }
        return some;
    }

    /** The likes from one number up to another. */
    public List<GeneratedLike> likes(int from, int to) {
        List<GeneratedLike> some = new ArrayList<>(to - from);
        for (int number = from; number < to; number++) {
            some.add(like(number));
        }
        return some;
    }

    /** The comments from one number up to another. */
    public List<GeneratedComment> comments(int from, int to) {
        List<GeneratedComment> some = new ArrayList<>(to - from);
        for (int number = from; number < to; number++) {
            some.add(comment(number));
        }
        return some;
    }

    /** The pictures from one number up to another, of public posts. */
    public List<PostPicture> pictures(int from, int to) {
        List<PostPicture> some = new ArrayList<>(to - from);
        for (int number = from; number < to; number++) {
            GeneratedPost post = publicPost(number * (sizes.posts() / sizes.pictures()));
            SeededRandom random = RowKind.PICTURE.random(key, number);
            UUID id = GeneratedIds.of(post.millis(), random);
            some.add(new PostPicture(id, post.id(), post.author(), post.millis()));
        }
        return some;
    }

    /** How many messages there are. */
    public int messages() {
        return conversations.count();
    }

    /** The messages from one number up to another, one conversation after the other. */
    public List<GeneratedMessage> messages(int from, int to) {
        return conversations.messages(from, to);
    }

    /** The user with the most followers. */
    public GeneratedUser mostFollowed() {
        return users.user(graph.ranks().userAt(0));
    }

    /**
     * A user of middle rank who follows others and has posts; the second best known if there is
     * none.
     */
    public GeneratedUser averageUser() {
        for (int rank = graph.active() / 2; rank < graph.active(); rank++) {
            int user = graph.ranks().userAt(rank);
            if (graph.follows(user) > 0 && firstPost[user + 1] > firstPost[user]) {
                return users.user(user);
            }
        }
        return users.user(graph.ranks().userAt(Math.min(1, sizes.users() - 1)));
    }

    /** A user without data; empty if all users have data. */
    public Optional<GeneratedUser> empty() {
        return graph.active() < sizes.users()
                ? Optional.of(users.user(graph.ranks().userAt(sizes.users() - 1)))
                : Optional.empty();
    }

    private Edge edge(int from, int to) {
        long begin = Math.max(users.joined(from), users.joined(to));
        SeededRandom random = RowKind.FOLLOW_TIME.random(key, from, to);
        long at = ActivityTimes.between(begin, until, users.language(from).hours(), random);
        return new Edge(users.id(from), users.id(to), at);
    }

    private GeneratedPost post(int author, int number) {
        SeededRandom random = RowKind.POST.random(key, number);
        Language language = users.language(author);
        long at = ActivityTimes.between(users.joined(author), until, language.hours(), random);
        double kind = random.unit();
        String visibility =
                kind < PRIVATE
                        ? "private"
                        : kind < PRIVATE + FOLLOWERS_ONLY ? "followers" : "public";
        String content = words.post(language, () -> otherUsername(author, random), random);
        return new GeneratedPost(
                GeneratedIds.of(at, random), users.id(author), content, visibility, at);
    }

    /**
     * A user seldom likes a post twice: such a row is stored once. The numbers of a post's likes
     * are far from each other, so most of them are in different batches.
     */
    private GeneratedLike like(int number) {
        SeededRandom random = RowKind.LIKE.random(key, number);
        GeneratedPost post = publicPost(number % sizes.posts());
        int user = known.draw(random);
        long begin = Math.max(post.millis(), users.joined(user));
        long at = ActivityTimes.between(begin, until, users.language(user).hours(), random);
        return new GeneratedLike(post.id(), users.id(user), at);
    }

    private GeneratedComment comment(int number) {
        SeededRandom random = RowKind.COMMENT.random(key, number);
        GeneratedPost post = publicPost(number * 2 % sizes.posts());
        int author = known.draw(random);
        Language language = users.language(author);
        long begin = Math.max(post.millis(), users.joined(author));
        long at = ActivityTimes.between(begin, until, language.hours(), random);
        String content = PostTexts.filled(random.pick(language.lines()), language, random);
        return new GeneratedComment(
                GeneratedIds.of(at, random), post.id(), users.id(author), content, at);
    }

    /** The first public post from this number on; the post itself if there is none. */
    private GeneratedPost publicPost(int number) {
        GeneratedPost first = posts(number, number + 1).getFirst();
        GeneratedPost post = first;
        for (int i = 1; i < sizes.posts() && !post.visibility().equals("public"); i++) {
            int next = (number + i) % sizes.posts();
            post = posts(next, next + 1).getFirst();
        }
        return post.visibility().equals("public") ? post : first;
    }

    /**
     * A username to mention, seldom the author's own; always the author's if there is no other
     * user.
     */
    private String otherUsername(int author, SeededRandom random) {
        int drawn = known.draw(random);
        return users.username(drawn == author ? known.draw(random) : drawn);
    }

    /**
     * How many posts each user writes, as weights: many write a little, some much, and the best
     * known most.
     */
    private double[] postWeights() {
        double[] weights = new double[sizes.users()];
        double sum = 0;
        for (int rank = 0; rank < graph.active(); rank++) {
            int user = graph.ranks().userAt(rank);
            weights[user] = RowKind.POST_SHARE.random(key, user).spread(POSTING_SPREAD);
            sum += weights[user];
        }
        if (graph.active() > 0) {
            double share = 0.03 + 0.5 / StrictMath.sqrt(graph.active());
            weights[graph.ranks().userAt(0)] = sum * share;
        }
        return weights;
    }

    /** Shares without caps, except that users with weight 0 get nothing. */
    private int[] uncapped(double[] weights) {
        int[] caps = new int[weights.length];
        for (int i = 0; i < caps.length; i++) {
            caps[i] = weights[i] > 0 ? sizes.posts() : 0;
        }
        return caps;
    }

    private static int[] sums(int[] shares) {
        int[] sums = new int[shares.length + 1];
        for (int i = 0; i < shares.length; i++) {
            sums[i + 1] = sums[i] + shares[i];
        }
        return sums;
    }

    /**
     * The user that owns this row: the last one whose rows begin at this number or before, and that
     * has any.
     */
    private static int owner(int[] first, int number) {
        int low = 0;
        int high = first.length - 1;
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (first[middle] <= number) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
