package dev.socialhub.chat.sending;

import dev.socialhub.chat.access.ConversationAccess;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.message.Draft;
import dev.socialhub.chat.message.Message.Content;
import dev.socialhub.chat.message.Stored;
import dev.socialhub.people.name.FindUser;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.ids.Ids;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.text.PlainTextRule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Sends a message: once it is stored, every member receives it. */
@Singleton
public class SendMessage {

    private final ConversationAccess access;
    private final FindUser findUser;
    private final StoreMessage storeMessage;
    private final Ids ids;
    private final Clock clock;

    SendMessage(
            ConversationAccess access,
            FindUser findUser,
            StoreMessage storeMessage,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.findUser = findUser;
        this.storeMessage = storeMessage;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns when the message is stored; a repetition of the same id returns the first message.
     *
     * @param conversation one that the caller may read
     * @param text valid as plain text of several lines
     * @param tempId the client's own id for the message, if it has one
     * @throws ProblemException 401, 403 or 404 when the caller may not write, 503 under overload
     */
    public Stored send(
            Caller caller, ConversationId conversation, String text, @Nullable String tempId) {
        NamedUser sender = findUser.ofCaller(caller);
        access.checkWritable(sender.userId(), conversation);
        Content content =
                new Content(
                        sender.userId(),
                        sender.username(),
                        tempId == null ? ids.next().toString() : tempId,
                        PlainTextRule.normalised(text));
        // The store keeps milliseconds, and an answer tells the time that is read later.
        return storeMessage.store(
                new Draft(conversation, content, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
