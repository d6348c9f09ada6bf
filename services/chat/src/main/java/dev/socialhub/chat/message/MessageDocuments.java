package dev.socialhub.chat.message;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.message.Message.Content;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How messages are written as documents. */
final class MessageDocuments {

    static final String ID = "_id";
    static final String DEDUPE = "dedupe";

    private static final String SENDER = "sender";
    private static final String USERNAME = "username";
    private static final String TEMP_ID = "tempId";
    private static final String TEXT = "text";
    private static final String CREATED_AT = "createdAt";

    private MessageDocuments() {}

    static Document of(Message message) {
        Document document = new Document(ID, message.id());
        @Nullable Content content = message.content();
        if (content != null) {
            document.append(DEDUPE, Draft.key(message.conversation(), content))
                    .append(SENDER, content.senderId().toString())
                    .append(USERNAME, content.username())
                    .append(TEMP_ID, content.tempId())
                    .append(TEXT, content.text());
        }
        return document.append(CREATED_AT, Date.from(message.createdAt()));
    }

    static Message read(Document document) {
        String id = document.getString(ID);
        int end = id.lastIndexOf(':');
        ConversationId conversation = ConversationId.parsed(id.substring(0, end)).orElseThrow();
        return new Message(
                conversation,
                seqOf(document),
                document.getDate(CREATED_AT).toInstant(),
                content(document));
    }

    static long seqOf(Document document) {
        String id = document.getString(ID);
        return Long.parseLong(id.substring(id.lastIndexOf(':') + 1));
    }

    private static @Nullable Content content(Document document) {
        @Nullable String sender = document.getString(SENDER);
        return sender == null
                ? null
                : new Content(
                        UUID.fromString(sender),
                        document.getString(USERNAME),
                        document.getString(TEMP_ID),
                        document.getString(TEXT));
    }

    static Bson byIds(Collection<String> ids) {
        return Filters.in(ID, ids);
    }

    static Bson byKeys(Collection<String> keys) {
        return Filters.in(DEDUPE, keys);
    }

    /** The key is unique, so what is left needs one that says nothing. */
    static UpdateOneModel<Document> erasure(Message message) {
        return new UpdateOneModel<>(
                Filters.eq(ID, message.id()),
                Updates.combine(
                        Updates.set(DEDUPE, message.id()),
                        Updates.unset(SENDER),
                        Updates.unset(USERNAME),
                        Updates.unset(TEMP_ID),
                        Updates.unset(TEXT)));
    }
}
