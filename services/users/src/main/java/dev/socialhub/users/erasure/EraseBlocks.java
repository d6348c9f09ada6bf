package dev.socialhub.users.erasure;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.people.erasure.PersonalData;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The blocks by and of a deleted user. */
@Singleton
@Order(3)
class EraseBlocks implements PersonalData {

    private static final int AT_ONCE = 5_000;

    private final UserDataRepository data;

    EraseBlocks(UserDataRepository data) {
        this.data = data;
    }

    @Override
    public int eraseSome(UUID userId) {
        return data.removeBlocks(userId, AT_ONCE);
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("blocks", data.countFrom(userId, EdgeKind.BLOCK));
        counts.put("blocked by", data.countTo(userId, EdgeKind.BLOCK));
        return counts;
    }
}
