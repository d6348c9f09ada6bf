package dev.socialhub.chat.message;

import dev.socialhub.mongo.IndexedCollection;
import dev.socialhub.mongo.MongoIndex;
import dev.socialhub.mongo.MongoIndexes;
import jakarta.inject.Singleton;
import java.util.List;

/** The index of the messages: without it a message that is sent again would be stored again. */
@Singleton
final class MessageIndexes implements IndexedCollection {

    static final String COLLECTION = "messages";

    private static final MongoIndex BY_KEY = MongoIndex.unique(MessageDocuments.DEDUPE);

    private final MongoIndexes indexes;
    private volatile boolean writable;

    MessageIndexes(MongoIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    @Override
    public List<MongoIndex> indexes() {
        return List.of(BY_KEY);
    }

    /**
     * Only after the unique key exists may a message be written. A failure is not remembered, since
     * the store may be away when we start; two at once do the same twice.
     */
    @Override
    public void prepare() {
        if (!writable) {
            indexes.apply(COLLECTION, BY_KEY);
            writable = true;
        }
    }
}
