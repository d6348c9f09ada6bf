package dev.socialhub.chat.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has received each of its conversations. Every event with a position carries all
 * of them as its offset, since the client returns the offset of the last event alone. A
 * conversation stands in the offset as a number that it got when it came in. Not thread-safe.
 */
public final class Positions {

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final int epoch;
    private int nextOrdinal;

    public Positions() {
        this(0);
    }

    private Positions(int epoch) {
        this.epoch = epoch;
    }

    /**
     * The positions of a socket that continues.
     *
     * @param epoch how often it has continued
     */
    public static Positions of(List<Conversation> conversations, int nextOrdinal, int epoch) {
        Positions positions = new Positions(epoch);
        positions.nextOrdinal = nextOrdinal;
        for (Conversation known : conversations) {
            Place place = new Place(known.ordinal(), known.group());
            place.reach(known.seq());
            place.floor = known.seq();
            positions.places.put(known.id(), place);
        }
        return positions;
    }

    /**
     * The client is sent a message that reached it through a group.
     *
     * @return false if it has had it already, in a history or while it caught up
     */
    public boolean live(String conversationId, String group, long seq) {
        Place place = place(conversationId, group);
        if (seq <= place.floor) {
            return false;
        }
        place.reach(seq);
        return true;
    }

    /** The client is sent everything of a conversation up to this position. */
    public void complete(String conversationId, @Nullable String group, long seq) {
        Place place = places.get(conversationId);
        if (place == null && group == null) {
            return;
        }
        if (place == null || group != null) {
            place = place(conversationId, Objects.requireNonNull(group));
        }
        place.reach(seq);
        place.floor = Math.max(place.floor, seq);
    }

    private Place place(String conversationId, String group) {
        Place place = places.get(conversationId);
        if (place == null || !place.group.equals(group)) {
            Place moved = new Place(nextOrdinal++, group);
            if (place != null) {
                moved.reach(place.seq);
                moved.floor = place.floor;
            }
            places.put(conversationId, moved);
            return moved;
        }
        return place;
    }

    /** The client doesn't receive the conversations of this group any longer. */
    public void leave(String group) {
        places.values().removeIf(place -> place.group.equals(group));
    }

    /** Grows with each conversation that comes in. */
    public int nextOrdinal() {
        return nextOrdinal;
    }

    public int epoch() {
        return epoch;
    }

    /** The epoch and all positions as text: {@code 0,<ordinal>:<seq>,<ordinal>:<seq>}. */
    public String offset() {
        StringBuilder offset = new StringBuilder().append(epoch);
        for (Place place : places.values()) {
            offset.append(',').append(place.ordinal).append(':').append(place.seq);
        }
        return offset.toString();
    }

    public List<Conversation> conversations() {
        List<Conversation> conversations = new ArrayList<>(places.size());
        places.forEach((id, place) ->
                conversations.add(new Conversation(id, place.ordinal, place.group, place.seq)));
        return conversations;
    }

    private static final class Place {
        private final int ordinal;
        private final String group;
        private long seq;

        /** Everything up to here was sent; above it, live messages may cross. */
        private long floor;

        Place(int ordinal, String group) {
            this.ordinal = ordinal;
            this.group = group;
        }

        void reach(long position) {
            seq = Math.max(seq, position);
        }
    }
}
