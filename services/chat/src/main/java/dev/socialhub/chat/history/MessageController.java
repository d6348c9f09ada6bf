package dev.socialhub.chat.history;

import dev.socialhub.chat.access.ConversationAccess;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.message.MessageView;
import dev.socialhub.chat.sending.SendMessage;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.idempotency.IdempotencyKey;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** The messages of a room or a direct conversation. */
@Controller("/api/v1/conversations/{id}/messages")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class MessageController {

    /** Far above every number, and far enough below the greatest one to count on from it. */
    private static final long MAX_SEQ = 1L << 53;

    private final ConversationAccess access;
    private final ReadMessagePage readHistory;
    private final SendMessage sendMessage;

    MessageController(
            ConversationAccess access, ReadMessagePage readHistory, SendMessage sendMessage) {
        this.access = access;
        this.readHistory = readHistory;
        this.sendMessage = sendMessage;
    }

    /**
     * Lists messages, oldest first: the newest ones, those before a number, or those after one.
     *
     * @param before lists older messages than the one with this number
     * @param after lists newer messages than the one with this number; 0 for the first ones
     */
    @Get
    MessagePage list(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue @Min(1) @Max(MAX_SEQ) Long before,
            @Nullable @QueryValue @PositiveOrZero @Max(MAX_SEQ) Long after) {
        ConversationId conversation = access.readable(caller.id(), id);
        if (after == null) {
            return readHistory.newest(conversation, before, limit);
        }
        if (before != null) {
            throw ProblemException.invalid("before", "can't be combined with after");
        }
        return readHistory.after(conversation, after, limit);
    }

    /**
     * Sends a message. A repetition with the same {@code tempId} or idempotency key returns the
     * first message.
     */
    @Post
    @Status(HttpStatus.CREATED)
    MessageView send(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String id,
            @Body @Valid NewMessage sent) {
        ConversationId conversation = access.readable(caller.id(), id);
        if ((sent.text() == null) == (sent.message() == null)) {
            throw ProblemException.invalid("text", "must be given, and once");
        }
        String text = sent.text() == null ? String.valueOf(sent.message()) : sent.text();
        @Nullable String tempId =
                sent.tempId() == null
                        ? IdempotencyKey.of(request).map(IdempotencyKey::value).orElse(null)
                        : sent.tempId();
        return MessageView.of(sendMessage.send(caller, conversation, text, tempId).message());
    }
}
