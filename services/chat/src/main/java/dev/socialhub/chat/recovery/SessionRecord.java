package dev.socialhub.chat.recovery;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a socket was when it was stored last; any instance can restore it.
 *
 * @param nextOrdinal the number that the next conversation would have got
 * @param epoch how often the socket has been restored; an instance that still believes to have the
 *     socket writes records of an earlier one
 */
@Serdeable
public record SessionRecord(
        UUID userId,
        String socketId,
        List<String> groups,
        List<Conversation> conversations,
        int nextOrdinal,
        int epoch) {

    private static final int MAX_DIGITS = 18;

    public SessionRecord {
        groups = List.copyOf(groups);
        conversations = List.copyOf(conversations);
    }

    /**
     * The conversations at the client's positions.
     *
     * @param offset what the client received last, as {@link Positions#offset} has it; null if it
     *     received nothing with an offset
     * @return empty if the offset can't be read, or tells of a conversation or an epoch that came
     *     after this record
     */
    public Optional<List<Conversation>> at(@Nullable String offset) {
        if (offset == null || offset.isEmpty()) {
            return Optional.of(conversations);
        }
        Map<Integer, Long> reached = new HashMap<>();
        String[] parts = offset.split(",", -1);
        if (!isNumber(parts[0], 0, parts[0].length()) || Long.parseLong(parts[0]) > epoch) {
            return Optional.empty();
        }
        for (String pair : List.of(parts).subList(1, parts.length)) {
            int colon = pair.indexOf(':');
            if (colon <= 0
                    || !isNumber(pair, 0, colon)
                    || !isNumber(pair, colon + 1, pair.length())) {
                return Optional.empty();
            }
            long ordinal = Long.parseLong(pair, 0, colon, 10);
            if (ordinal >= nextOrdinal) {
                return Optional.empty();
            }
            reached.put((int) ordinal, Long.parseLong(pair, colon + 1, pair.length(), 10));
        }
        List<Conversation> places = new ArrayList<>(conversations.size());
        for (Conversation known : conversations) {
            // A conversation that isn't in the offset came in after the client's last event.
            long seq = reached.getOrDefault(known.ordinal(), known.seq());
            places.add(new Conversation(known.id(), known.ordinal(), known.group(), seq));
        }
        return Optional.of(places);
    }

    private static boolean isNumber(String text, int begin, int end) {
        return end > begin
                && end - begin <= MAX_DIGITS
                && text.substring(begin, end)
                        .chars()
                        .allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
