package dev.socialhub.backing.mongodb;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** How documents, their positions and the keys of unique indexes lie in the file. */
final class StoredTypes {
    private StoredTypes() {}

    /** A whole document. */
    static final class DocumentType extends BsonType<Document> {
        DocumentType() {
            super(document -> document, document -> document);
        }
    }

    /** A document's position: its {@code _id}, or {@link Missing} if it has none. */
    static final class PositionType extends BsonType<Object> {
        PositionType() {
            super(StoredTypes::single, document -> Missing.ofNullable(document.get("")));
        }

        @Override
        public int compare(Object a, Object b) {
            return compareValues(a, b);
        }
    }

    /** The values of an index key, in the order of its fields. */
    static final class KeyType extends BsonType<KeyValue> {
        KeyType() {
            super(KeyType::toDocument, KeyType::fromDocument);
        }

        @Override
        public int compare(KeyValue a, KeyValue b) {
            for (var i = 0; i < Math.min(a.size(), b.size()); i++) {
                var order = compareValues(a.get(i), b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(a.size(), b.size());
        }

        private static Document toDocument(KeyValue key) {
            var document = new Document();
            for (var i = 0; i < key.size(); i++) {
                document.put(Integer.toString(i), present(key.get(i)));
            }
            return document;
        }

        private static KeyValue fromDocument(Document document) {
            return new KeyValue(new ArrayList<>(document.values()));
        }
    }

    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        // The usual keys, without encoding them. Each of these is the only class of its BSON type,
        // so that the order stays total.
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        if (a instanceof Double left && b instanceof Double right) {
            return left.compareTo(right);
        }
        if (a instanceof Long left && b instanceof Long right) {
            return left.compareTo(right);
        }
        return BsonType.compareDocuments(single(a), single(b));
    }

    private static Document single(@Nullable Object value) {
        return new Document("", present(value));
    }

    /** Absent and null are the same key, as in MongoDB's unique indexes. */
    private static @Nullable Object present(@Nullable Object value) {
        return value instanceof Missing ? null : value;
    }
}
