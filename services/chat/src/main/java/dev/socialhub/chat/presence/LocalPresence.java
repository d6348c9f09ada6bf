package dev.socialhub.chat.presence;

import dev.socialhub.chat.conversation.RoomId;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The users at this instance, and which rooms their sockets are in. */
@Singleton
class LocalPresence {

    private final Map<UUID, Set<String>> sockets = new HashMap<>();
    private final Map<RoomId, Map<Member, Set<String>>> rooms = new HashMap<>();

    /** Adds a socket; returns whether it is the user's first one here. */
    synchronized boolean connect(UUID userId, String socketId) {
        Set<String> own = sockets.computeIfAbsent(userId, _ -> new HashSet<>());
        own.add(socketId);
        return own.size() == 1;
    }

    /** Removes a socket; returns whether it was the user's last one here. */
    synchronized boolean disconnect(UUID userId, String socketId) {
        Set<String> own = sockets.get(userId);
        if (own == null || !own.remove(socketId) || !own.isEmpty()) {
            return false;
        }
        sockets.remove(userId);
        return true;
    }

    /** Adds a socket to a room; returns whether it is the user's first one there. */
    synchronized boolean enter(RoomId room, Member member, String socketId) {
        Set<String> own =
                rooms.computeIfAbsent(room, _ -> new HashMap<>())
                        .computeIfAbsent(member, _ -> new HashSet<>());
        own.add(socketId);
        return own.size() == 1;
    }

    /** Removes a socket from a room; returns whether it was the user's last one there. */
    synchronized boolean leave(RoomId room, Member member, String socketId) {
        Map<Member, Set<String>> members = rooms.getOrDefault(room, Map.of());
        Set<String> own = members.get(member);
        if (own == null || !own.remove(socketId) || !own.isEmpty()) {
            return false;
        }
        members.remove(member);
        if (members.isEmpty()) {
            rooms.remove(room);
        }
        return true;
    }

    synchronized Set<UUID> users() {
        return Set.copyOf(sockets.keySet());
    }

    synchronized Set<Member> in(RoomId room) {
        return Set.copyOf(rooms.getOrDefault(room, Map.of()).keySet());
    }

    synchronized Map<RoomId, Set<Member>> rooms() {
        Map<RoomId, Set<Member>> copy = new HashMap<>();
        rooms.forEach((room, members) -> copy.put(room, Set.copyOf(members.keySet())));
        return copy;
    }
}
