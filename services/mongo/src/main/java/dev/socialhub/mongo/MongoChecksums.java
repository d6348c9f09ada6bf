package dev.socialhub.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.socialhub.ops.checksum.Checksum;
import dev.socialhub.ops.checksum.Checksums;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;

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
                // The server makes a collection at the first write, also at one that finds nothing.
                .filter(checksum -> checksum.rows() > 0)
                .sorted(Comparator.comparing(Checksum::name))
                .toList();
    }

    private static Checksum checksum(MongoCollection<Document> collection) {
        Sum sum =
                MongoAnswers.one(
                        Flux.from(collection.find())
                                .map(document -> new Sum(1, CanonicalForm.hash(document)))
                                .reduce(Sum.NONE, Sum::plus));
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
