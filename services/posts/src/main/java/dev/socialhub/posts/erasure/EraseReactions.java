package dev.socialhub.posts.erasure;

import dev.socialhub.people.erasure.PersonalData;
import java.util.Map;
import java.util.UUID;

/**
 * The rows of a deleted user in one table. No event is published for them, since every service
 * receives the deletion of the user itself.
 */
record EraseReactions(ReactionTable table, ReactionRepository rows) implements PersonalData {

    @Override
    public int eraseSome(UUID userId) {
        return rows.removeSomeOfUser(table, userId);
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of(table.kind(), rows.countOfUser(table, userId));
    }
}
