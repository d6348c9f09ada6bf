package dev.socialhub.posts.mention;

import dev.socialhub.people.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/**
 * The mentions of a deleted user in posts of others. The texts stay, since they are their authors'.
 */
@Singleton
class EraseMentions implements PersonalData {

    private static final int RECORDS_AT_ONCE = 5_000;
    private static final int POSTS_AT_ONCE = 200;

    private final MentionRepository mentions;

    EraseMentions(MentionRepository mentions) {
        this.mentions = mentions;
    }

    /** Posts that another transaction was changing are left, and count as found. */
    @Override
    public int eraseSome(UUID userId) {
        mentions.forgetSome(userId, POSTS_AT_ONCE);
        return mentions.removeSomeOf(userId, RECORDS_AT_ONCE)
                + Math.toIntExact(mentions.countPosts(userId));
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("mentions", mentions.countPosts(userId));
    }
}
