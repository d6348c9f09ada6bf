package dev.socialhub.chat.listing;

import dev.socialhub.chat.access.MayConverse;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.ParticipationStore;
import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.people.name.FindUser;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Opens the direct conversation of the caller and another user; there is one for each pair. */
@Singleton
class OpenConversation {

    private final FindUser findUser;
    private final MayConverse mayConverse;
    private final ParticipationStore participation;

    OpenConversation(FindUser findUser, MayConverse mayConverse, ParticipationStore participation) {
        this.findUser = findUser;
        this.mayConverse = mayConverse;
        this.participation = participation;
    }

    /**
     * Returns the conversation's id.
     *
     * @throws ProblemException 404 for an unknown user and across a block, 403 when the two don't
     *     follow each other, 422 for the caller
     */
    DirectId with(Caller caller, UUID other) {
        UUID userId = findUser.ofCaller(caller).userId();
        if (userId.equals(other)) {
            throw ProblemException.invalid("userId", "is the caller");
        }
        mayConverse.check(userId, other, ResolveUser::unknownUser);
        DirectId id = DirectId.of(userId, other);
        participation.join(List.of(id));
        return id;
    }
}
