package dev.socialhub.chat.listing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.chat.listing.MarkConversationRead.ReadState;
import dev.socialhub.chat.presence.ListMembers;
import dev.socialhub.chat.presence.Member;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversations of the caller. */
@Controller("/api/v1/conversations")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class ConversationController {

    private final ListConversations listConversations;
    private final OpenConversation openConversation;
    private final MarkConversationRead markRead;
    private final ListMembers listMembers;

    ConversationController(
            ListConversations listConversations,
            OpenConversation openConversation,
            MarkConversationRead markRead,
            ListMembers listMembers) {
        this.listConversations = listConversations;
        this.openConversation = openConversation;
        this.markRead = markRead;
        this.listMembers = listMembers;
    }

    /** Lists the caller's direct conversations that have messages, the newest message first. */
    @Get
    HttpResponse<Page<ConversationView>> list(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @Valid @RequestBean PageQuery query) {
        return listConversations.page(caller.id(), query).answer(request);
    }

    /** Opens the direct conversation with another user; repeating it returns the same one. */
    @Post
    @Status(HttpStatus.CREATED)
    ConversationView open(
            @Parameter(hidden = true) Caller caller, @Body @Valid NewConversation opened) {
        return listConversations.one(
                caller.id(),
                openConversation.with(caller, Objects.requireNonNull(opened.userId())));
    }

    /** Marks the messages of a direct conversation as read, up to one of them. */
    @Put("/{id}/read")
    ReadState read(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @Body @Valid ReadUpTo read) {
        return markRead.upTo(caller.id(), id, Objects.requireNonNull(read.seq()));
    }

    /** Lists the users in a room, or the two members of a direct conversation. */
    @Get("/{id}/users")
    Members users(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return new Members(listMembers.of(caller.id(), id));
    }

    /** The user to talk to. */
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = false)
    @Schema(name = "NewConversation")
    record NewConversation(@Nullable @NotNull UUID userId) {}

    /**
     * How far the caller has read.
     *
     * @param seq the number of the last message read
     */
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = false)
    @Schema(name = "ReadUpTo")
    record ReadUpTo(@Nullable @NotNull @PositiveOrZero Long seq) {}

    /** The users of a conversation. */
    @Serdeable
    @Schema(name = "ConversationMembers")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Members(List<Member> users) {}
}
