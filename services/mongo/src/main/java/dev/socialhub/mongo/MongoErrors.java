package dev.socialhub.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What the store's errors mean for us. */
public final class MongoErrors {

    /**
     * The codes that blame the document or the statement: BadValue, FailedToParse, TypeMismatch,
     * DocumentValidationFailure, BSONObjectTooLarge, KeyTooLong.
     */
    private static final Set<Integer> OURS = Set.of(2, 9, 14, 121, 10334, 17280);

    private static final int MAX_COLLISIONS = 3;

    private MongoErrors() {}

    /** Whether this passes by itself, once the store is back or its operator has seen to it. */
    public static boolean passes(Throwable error) {
        return switch (error) {
            case MongoBulkWriteException e ->
                    e.getWriteErrors().stream()
                            .noneMatch(failed -> OURS.contains(failed.getCode()));
            case MongoException e -> !OURS.contains(e.getCode());
            case InterruptedException _ -> true;
            // What the driver throws once the client was closed, as it is while the service ends.
            case IllegalStateException e -> "state should be: open".equals(e.getMessage());
            default -> false;
        };
    }

    static boolean isDuplicateKey(Throwable error) {
        return error instanceof MongoException e
                && (e instanceof MongoBulkWriteException bulk
                        ? onlyDuplicates(bulk)
                        : ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY);
    }

    /** Two upserts of one new document may collide; the second then finds what the first made. */
    public static <T> T throughCollisions(Supplier<T> upsert) {
        for (int collisions = 0; ; collisions++) {
            try {
                return upsert.get();
            } catch (MongoException e) {
                if (collisions == MAX_COLLISIONS || !isDuplicateKey(e)) {
                    throw e;
                }
            }
        }
    }

    /** Whether keys that are taken are all that went wrong. */
    public static boolean onlyDuplicates(MongoBulkWriteException error) {
        List<BulkWriteError> failed = error.getWriteErrors();
        return error.getWriteConcernError() == null
                && !failed.isEmpty()
                && failed.stream()
                        .allMatch(one -> one.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
