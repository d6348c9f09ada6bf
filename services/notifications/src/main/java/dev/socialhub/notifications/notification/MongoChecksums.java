package dev.socialhub.notifications.notification;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import dev.socialhub.ops.checksum.Checksum;
import dev.socialhub.ops.checksum.Checksums;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;

/** Checksums of the collections, read through from the first document to the last. */
@Singleton
final class MongoChecksums implements Checksums {

    private final MongoCollections collections;

    MongoChecksums(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public List<Checksum> take() {
        return collections.all().stream()
                .map(MongoChecksums::checksum)
                .sorted(Comparator.comparing(Checksum::name))
                .toList();
    }

    private static Checksum checksum(MongoCollection<Document> collection) {
        Sum sum = Sum.NONE;
        try (MongoCursor<Document> documents = collection.find().cursor()) {
            while (documents.hasNext()) {
                sum = sum.plus(new Sum(1, CanonicalForm.hash(documents.next())));
            }
        }
        return Checksum.of(
                collection.getNamespace().getCollectionName(),
                sum.rows,
                BigInteger.valueOf(sum.hashes));
    }

    /** Overflows as it may: 64 bits of the sum count. */
    private record Sum(long rows, long hashes) {

        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(rows + other.rows, hashes + other.hashes);
        }
    }
}
