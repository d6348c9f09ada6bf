package dev.socialhub.chat.listing;

import dev.socialhub.chat.access.MayConverse;
import dev.socialhub.chat.conversation.ConversationHead;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.ParticipationStore;
import dev.socialhub.chat.message.FindHeads;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.MessageStore;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.TimeCursor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Lists the direct conversations of a user, the one with the newest message first. Which ones there
 * are is one document, their order comes from their heads: no document changes its place when a
 * message arrives. Conversations across a block are left out.
 */
@Singleton
class ListConversations {

    private static final Comparator<Dated> NEWEST_FIRST =
            Comparator.comparing(Dated::at).thenComparing(Dated::other).reversed();

    private final ParticipationStore participation;
    private final MayConverse mayConverse;
    private final FindHeads heads;
    private final MessageStore messages;
    private final PartnerRepository partners;

    ListConversations(
            ParticipationStore participation,
            MayConverse mayConverse,
            FindHeads heads,
            MessageStore messages,
            PartnerRepository partners) {
        this.participation = participation;
        this.mayConverse = mayConverse;
        this.heads = heads;
        this.messages = messages;
        this.partners = partners;
    }

    /** A conversation with its place in the list. */
    private record Dated(DirectId id, UUID other, ConversationHead head) {

        Instant at() {
            return Objects.requireNonNull(head.lastAt());
        }

        TimeCursor cursor() {
            return new TimeCursor(at(), other);
        }

        boolean isAfter(TimeCursor cursor) {
            int compared = at().compareTo(cursor.at());
            return compared < 0 || (compared == 0 && other.compareTo(cursor.id()) < 0);
        }
    }

    Page<ConversationView> page(UUID userId, PageQuery query) {
        TimeCursor after = query.after();
        List<DirectId> ids =
                mayConverse.withoutBlocked(userId, participation.partners(userId)).stream()
                        .map(other -> DirectId.of(userId, other))
                        .toList();
        List<Dated> rows =
                heads.of(ids).entrySet().stream()
                        .filter(entry -> entry.getValue().lastAt() != null)
                        .map(entry -> dated(userId, entry.getKey(), entry.getValue()))
                        .filter(one -> query.cursor() == null || one.isAfter(after))
                        .sorted(NEWEST_FIRST)
                        .limit(query.rows())
                        .toList();
        return views(userId, Page.of(rows, query, Dated::cursor, Function.identity()));
    }

    private static Dated dated(UUID userId, ConversationId id, ConversationHead head) {
        DirectId direct = (DirectId) id;
        return new Dated(direct, direct.other(userId), head);
    }

    private Page<ConversationView> views(UUID userId, Page<Dated> page) {
        List<Dated> shown = page.items();
        Map<ConversationId, Long> lastSeqs = new HashMap<>();
        shown.forEach(one -> lastSeqs.put(one.id(), one.head().lastSeq()));
        Map<ConversationId, Message> last = messages.findEach(lastSeqs);
        Map<UUID, NamedUser> names = partners.names(shown.stream().map(Dated::other).toList());
        return new Page<>(
                shown.stream()
                        .map(one ->
                                ConversationView.of(
                                        one.id(),
                                        userId,
                                        one.head(),
                                        last.get(one.id()),
                                        names.get(one.other())))
                        .toList(),
                page.nextCursor());
    }

    /** One of them. */
    ConversationView one(UUID userId, DirectId id) {
        ConversationHead head = heads.of(List.of(id)).getOrDefault(id, ConversationHead.EMPTY);
        UUID other = id.other(userId);
        return ConversationView.of(
                id,
                userId,
                head,
                messages.findEach(Map.of(id, head.lastSeq())).get(id),
                partners.names(List.of(other)).get(other));
    }
}
