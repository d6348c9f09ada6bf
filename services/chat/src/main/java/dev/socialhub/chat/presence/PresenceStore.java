package dev.socialhub.chat.presence;

import dev.socialhub.chat.conversation.RoomId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Where users are, across all instances. Each instance reports its own users again and again; what
 * it has not reported for a minute is gone. Without the store, nothing is known of the others.
 */
interface PresenceStore {

    /** Reports that users have clients at this instance. */
    void report(Collection<UUID> userIds);

    /** Reports that a user has no client at this instance any more. */
    void offline(UUID userId);

    /** Those of these users that have a client anywhere. */
    Set<UUID> online(Set<UUID> userIds);

    /** Reports that users are in a room at this instance. */
    void entered(RoomId room, Collection<Member> members);

    /** Reports that a user is not in the room at this instance any more. */
    void left(RoomId room, Member member);

    /** The users in a room at any instance. */
    Set<Member> in(RoomId room);
}
