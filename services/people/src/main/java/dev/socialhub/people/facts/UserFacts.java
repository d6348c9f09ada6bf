package dev.socialhub.people.facts;

import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.ops.person.StoredUserData;
import dev.socialhub.people.erasure.PersonalData;
import dev.socialhub.people.tombstone.TombstoneRepository;
import dev.socialhub.people.tombstone.TombstoneRepository.DeletedUser;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Adds up what all kinds of data count, and how far an erasure is. */
@Singleton
class UserFacts implements PersonFacts {

    private final TombstoneRepository tombstones;
    private final List<PersonalData> data;

    UserFacts(TombstoneRepository tombstones, List<PersonalData> data) {
        this.tombstones = tombstones;
        this.data = data;
    }

    @Override
    @ReadOnly
    public StoredUserData of(UUID userId) {
        Optional<DeletedUser> deleted = tombstones.find(userId);
        Map<String, Long> facts = new LinkedHashMap<>();
        data.forEach(one -> facts.putAll(one.count(userId)));
        return new StoredUserData(
                deleted.map(DeletedUser::deletedAt).orElse(null),
                deleted.map(DeletedUser::erasedAt).isPresent(),
                facts);
    }
}
