package dev.socialhub.chat.presence;

import com.mongodb.MongoException;
import dev.socialhub.chat.access.MayConverse;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.ParticipationStore;
import dev.socialhub.chat.fanout.Broadcast;
import dev.socialhub.mongo.MongoErrors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users that a user has direct conversations with, as far as neither blocks the other. */
@Singleton
class Partners {

    private static final Logger LOG = LoggerFactory.getLogger(Partners.class);

    /** The partners beyond these learn it when they ask. */
    private static final int MAX_TOLD = 500;

    private final ParticipationStore participation;
    private final MayConverse mayConverse;
    private final Broadcast broadcast;

    Partners(ParticipationStore participation, MayConverse mayConverse, Broadcast broadcast) {
        this.participation = participation;
        this.mayConverse = mayConverse;
        this.broadcast = broadcast;
    }

    /** Tells them that the user has come online or gone offline. */
    void tell(UUID userId, boolean online) {
        Set<UUID> partners;
        try {
            partners = participation.partners(userId);
        } catch (MongoException e) {
            if (!MongoErrors.passes(e)) {
                throw e;
            }
            LOG.warn("Partners are not told of a user's presence: {}", e.toString());
            return;
        }
        List<UUID> told = partners.stream().limit(MAX_TOLD).toList();
        UserPresence presence = new UserPresence(userId, online);
        mayConverse
                .withoutBlocked(userId, told)
                .forEach(one -> broadcast.send(new OfUser(one), UserPresence.EVENT, presence));
    }
}
