package dev.socialhub.backing.mongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;

/**
 * Opens the maps of a database as BSON before H2's own back end does: a map that is open already
 * keeps its types.
 */
final class DurableDatabase extends H2Database {
    private final MVStore store;

    DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
        // First, since the constructor above already opens collections.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String collection, CollectionOptions options) {
        open(
                "databases." + getFullCollectionNamespace(collection),
                new StoredTypes.PositionType(),
                new StoredTypes.DocumentType());
        return super.openOrCreateCollection(collection, options);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        open(
                getFullCollectionNamespace(collection) + "._index_" + index,
                new StoredTypes.KeyType(),
                new StoredTypes.PositionType());
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }

    private <K, V> void open(String map, DataType<K> keys, DataType<V> values) {
        store.openMap(map, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
    }
}
