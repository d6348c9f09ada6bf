package dev.socialhub.chat.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Lists in memory. */
public final class FakeParticipationStore implements ParticipationStore {

    private final Map<UUID, Set<UUID>> partners = new ConcurrentHashMap<>();
    private final Map<UUID, Set<RoomPart>> parts = new ConcurrentHashMap<>();

    @Override
    public Set<UUID> partners(UUID userId) {
        return Set.copyOf(partners.getOrDefault(userId, Set.of()));
    }

    @Override
    public void join(Collection<DirectId> conversations) {
        conversations.forEach(one ->
                one.members()
                        .forEach(member ->
                                partners.computeIfAbsent(member, _ -> ConcurrentHashMap.newKeySet())
                                        .add(one.other(member))));
    }

    @Override
    public void forget(UUID userId, UUID partner) {
        partners.getOrDefault(userId, ConcurrentHashMap.newKeySet()).remove(partner);
    }

    @Override
    public void wroteIn(Map<UUID, Set<RoomPart>> written) {
        written.forEach((userId, some) ->
                parts.computeIfAbsent(userId, _ -> ConcurrentHashMap.newKeySet()).addAll(some));
    }

    @Override
    public List<RoomPart> someParts(UUID userId) {
        return List.copyOf(parts.getOrDefault(userId, Set.of()));
    }

    @Override
    public int parts(UUID userId) {
        return someParts(userId).size();
    }

    @Override
    public void forget(UUID userId, List<RoomPart> forgotten) {
        parts.getOrDefault(userId, ConcurrentHashMap.newKeySet()).removeAll(forgotten);
    }
}
