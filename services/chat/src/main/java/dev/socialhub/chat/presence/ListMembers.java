package dev.socialhub.chat.presence;

import dev.socialhub.chat.access.ConversationAccess;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.people.name.FindUser;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Lists the users of a conversation. */
@Singleton
public class ListMembers {

    private final ConversationAccess access;
    private final RoomMembers roomMembers;
    private final FindUser findUser;

    ListMembers(ConversationAccess access, RoomMembers roomMembers, FindUser findUser) {
        this.access = access;
        this.roomMembers = roomMembers;
        this.findUser = findUser;
    }

    /**
     * The users in a room at the moment, or the members of a direct conversation.
     *
     * @throws ProblemException 404 for a conversation that the user may not read
     */
    public List<Member> of(UUID userId, String id) {
        return switch (access.readable(userId, id)) {
            case RoomId room -> roomMembers.in(room);
            case DirectId direct -> direct.members().stream().map(this::named).toList();
        };
    }

    private Member named(UUID userId) {
        NamedUser user = findUser.named(userId.toString());
        return new Member(user.userId(), user.username());
    }
}
