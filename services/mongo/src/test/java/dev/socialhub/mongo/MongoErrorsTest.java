package dev.socialhub.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MongoErrorsTest {

    private static final WriteConcernError NOT_ON_MOST_NODES =
            new WriteConcernError(
                    64, "WriteConcernFailed", "waiting timed out", new BsonDocument());

    @Test
    void waitsForAStoreThatIsAway() {
        assertThat(MongoErrors.passes(new MongoTimeoutException("no server"))).isTrue();
        assertThat(MongoErrors.passes(new MongoSocketReadException("cut", new ServerAddress())))
                .isTrue();
        assertThat(MongoErrors.passes(new MongoException(11600, "shutting down"))).isTrue();
        assertThat(MongoErrors.passes(new MongoException(13, "not authorised"))).isTrue();
        assertThat(MongoErrors.passes(new InterruptedException())).isTrue();
        assertThat(MongoErrors.passes(new MongoInterruptedException("ending", null))).isTrue();
    }

    @Test
    void waitsForAClientThatIsClosing() {
        assertThat(MongoErrors.passes(new IllegalStateException("state should be: open"))).isTrue();
    }

    @Test
    void givesUpOnWhatWillNeverGoIn() {
        assertThat(MongoErrors.passes(new MongoException(10334, "too large"))).isFalse();
        assertThat(MongoErrors.passes(bulk(null, 121))).isFalse();
        assertThat(MongoErrors.passes(new IllegalStateException("a bug"))).isFalse();
        assertThat(MongoErrors.passes(new NullPointerException())).isFalse();
    }

    @Test
    void trustsDuplicatesOnlyWhenNothingElseWentWrong() {
        assertThat(MongoErrors.isDuplicateKey(bulk(null, 11000))).isTrue();
        assertThat(MongoErrors.isDuplicateKey(new MongoException(11000, "duplicate"))).isTrue();
        assertThat(MongoErrors.isDuplicateKey(bulk(null, 11000, 50))).isFalse();
        assertThat(MongoErrors.isDuplicateKey(bulk(NOT_ON_MOST_NODES, 11000))).isFalse();
        assertThat(MongoErrors.isDuplicateKey(bulk(NOT_ON_MOST_NODES))).isFalse();
        assertThat(MongoErrors.passes(bulk(NOT_ON_MOST_NODES))).isTrue();
    }

    private static MongoBulkWriteException bulk(
            @Nullable WriteConcernError concern, Integer... codes) {
        List<BulkWriteError> errors =
                List.of(codes).stream()
                        .map(code -> new BulkWriteError(code, "refused", new BsonDocument(), 0))
                        .toList();
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), errors, concern, new ServerAddress(), Set.of());
    }
}
