package dev.socialhub.cli.seed.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The messages of rooms, and after them those of direct conversations between users who follow each
 * other. Each room has as many as the others, and each direct conversation too: services number the
 * messages of a conversation as they come, so a batch must hold whole conversations.
 */
final class Conversations {
    /** A multiple of {@link #DIRECT_MESSAGES}; batches are a multiple of it. */
    static final int ROOM_MESSAGES = 100;

    private static final int DIRECT_MESSAGES = 25;
    private static final int SPEAKERS = 12;
    private static final long LONGEST = 5 * ActivityTimes.DAY;

    private final long key;
    private final long until;
    private final String tag;
    private final int rooms;
    private final GeneratedUsers users;
    private final WeightedDraw known;
    private final List<MutualFollowers.Pair> pairs;

    Conversations(DataSet set, Graph graph, GeneratedUsers users, WeightedDraw known) {
        this.key = set.key();
        this.until = set.until().toEpochMilli();
        this.tag = set.tag();
        this.rooms = graph.active() == 0 ? 0 : set.sizes().rooms();
        this.users = users;
        this.known = known;
        this.pairs = MutualFollowers.of(graph, set.sizes().directConversations());
    }

    /** How many messages there are. */
    int count() {
        return rooms * ROOM_MESSAGES + pairs.size() * DIRECT_MESSAGES;
    }

    /** The messages from one number up to another. */
    List<GeneratedMessage> messages(int from, int to) {
        List<GeneratedMessage> some = new ArrayList<>(to - from);
        int first = from;
        while (first < to) {
            List<GeneratedMessage> conversation = conversationOf(first);
            int begin = beginOf(first);
            int end = Math.min(to, begin + conversation.size());
            some.addAll(conversation.subList(first - begin, end - begin));
            first = end;
        }
        return some;
    }

    private int beginOf(int number) {
        int size = number < rooms * ROOM_MESSAGES ? ROOM_MESSAGES : DIRECT_MESSAGES;
        return number - number % size;
    }

    private List<GeneratedMessage> conversationOf(int number) {
        if (number < rooms * ROOM_MESSAGES) {
            return room(number / ROOM_MESSAGES);
        }
        return direct((number - rooms * ROOM_MESSAGES) / DIRECT_MESSAGES);
    }

    private List<GeneratedMessage> room(int room) {
        SeededRandom random = RowKind.ROOM.random(key, room);
        List<String> topics = Language.all().getFirst().topics();
        String topic = topics.get(room % topics.size()).replace(' ', '-');
        String name = topic + "-" + tag + (room < topics.size() ? "" : "-" + room);
        int[] speakers = new int[SPEAKERS];
        for (int i = 0; i < SPEAKERS; i++) {
            speakers[i] = known.draw(random);
        }
        return written(ROOM_MESSAGES, speakers, name, random);
    }

    private List<GeneratedMessage> direct(int index) {
        MutualFollowers.Pair pair = pairs.get(index);
        SeededRandom random = RowKind.DIRECT.random(key, pair.one(), pair.other());
        return written(DIRECT_MESSAGES, new int[] {pair.one(), pair.other()}, null, random);
    }

    /** A conversation of these users; a direct one without a room. */
    private List<GeneratedMessage> written(
            int count, int[] speakers, @Nullable String room, SeededRandom random) {
        long[] times = times(count, speakers, random);
        List<GeneratedMessage> written = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int turn = random.below(speakers.length);
            int sender = speakers[turn];
            UUID receiver = room == null ? users.id(speakers[1 - turn]) : null;
            Language language = users.language(sender);
            written.add(
                    new GeneratedMessage(
                            users.id(sender),
                            users.username(sender),
                            room,
                            receiver,
                            "sample-" + i,
                            PostTexts.filled(random.pick(language.lines()), language, random),
                            times[i]));
        }
        return written;
    }

    /** Rising times, after all speakers have joined. */
    private long[] times(int count, int[] speakers, SeededRandom random) {
        long joined = Arrays.stream(speakers).mapToLong(users::joined).max().orElseThrow();
        int hours = users.language(speakers[0]).hours();
        long begin = ActivityTimes.between(joined, until, hours, random);
        long end = Math.min(until, begin + LONGEST);
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = ActivityTimes.between(begin, end, hours, random);
        }
        Arrays.sort(times);
        return times;
    }
}
