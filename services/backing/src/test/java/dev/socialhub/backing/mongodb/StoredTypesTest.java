package dev.socialhub.backing.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.DataType;
import org.junit.jupiter.api.Test;

class StoredTypesTest {
    private static final List<Object> VALUES =
            List.of(
                    "a",
                    "b",
                    1,
                    2,
                    1L,
                    1.5,
                    true,
                    new ObjectId(),
                    UUID.randomUUID(),
                    Instant.EPOCH,
                    new Document("x", 1),
                    Missing.getInstance());

    @Test
    void keepsDocumentsAsTheyWere() {
        var document =
                new Document("_id", new ObjectId())
                        .append("text", "héllo \uD83D\uDE00")
                        .append("at", Instant.ofEpochMilli(1))
                        .append("none", null)
                        .append("list", new ArrayList<>(List.of(1, 2L, "three")))
                        .append("deep", new Document("flag", true));
        assertThat(again(new StoredTypes.DocumentType(), document)).isEqualTo(document);
    }

    @Test
    void keepsPositionsOfEveryKind() {
        for (var value : VALUES) {
            assertThat(again(new StoredTypes.PositionType(), value)).isEqualTo(value);
        }
    }

    @Test
    void keepsKeysWithAbsentParts() {
        var key = new KeyValue(Arrays.asList("a", null, 1.0));
        assertThat(again(new StoredTypes.KeyType(), key)).isEqualTo(key);
    }

    @Test
    void ordersKeysTotally() {
        var type = new StoredTypes.PositionType();
        for (var a : VALUES) {
            assertThat(type.compare(a, a)).isZero();
            for (var b : VALUES) {
                assertThat(Integer.signum(type.compare(a, b)))
                        .isEqualTo(-Integer.signum(type.compare(b, a)));
                if (!a.equals(b)) {
                    assertThat(type.compare(a, b)).as(a + " and " + b).isNotZero();
                }
                for (var c : VALUES) {
                    if (type.compare(a, b) < 0 && type.compare(b, c) < 0) {
                        assertThat(type.compare(a, c)).isNegative();
                    }
                }
            }
        }
    }

    private static <T> T again(DataType<T> type, T value) {
        var buffer = new WriteBuffer();
        type.write(buffer, value);
        var bytes = buffer.getBuffer();
        bytes.flip();
        return type.read(bytes);
    }
}
