package dev.socialhub.backing.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Stores what BSON can express as BSON. H2's own choice is Java serialization: several times the
 * bytes, and every comparison of two index keys serializes both.
 */
class BsonType<T> extends BasicDataType<T> {
    private static final int LENGTH_PREFIX = 4;
    private static final int OBJECTS_PER_BYTE = 4;

    private final Function<T, Document> toDocument;
    private final Function<Document, T> fromDocument;

    BsonType(Function<T, Document> toDocument, Function<Document, T> fromDocument) {
        this.toDocument = toDocument;
        this.fromDocument = fromDocument;
    }

    @Override
    public int getMemory(T value) {
        return 64 + OBJECTS_PER_BYTE * encode(toDocument.apply(value)).length;
    }

    @Override
    public void write(WriteBuffer buffer, T value) {
        var bytes = encode(toDocument.apply(value));
        buffer.putVarInt(bytes.length).put(bytes);
    }

    @Override
    public T read(ByteBuffer buffer) {
        var bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return fromDocument.apply(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes)));
    }

    @SuppressWarnings("unchecked")
    @Override
    public T[] createStorage(int size) {
        return (T[]) new Object[size];
    }

    /** A total order: by BSON type, then by value. It is the store's own; no query sees it. */
    static int compareDocuments(Document a, Document b) {
        var left = encode(a);
        var right = encode(b);
        return Arrays.compareUnsigned(
                left, LENGTH_PREFIX, left.length, right, LENGTH_PREFIX, right.length);
    }

    private static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(256);
        BsonEncoder.encodeDocument(document, buffer);
        return Arrays.copyOf(buffer.array(), buffer.readableBytes());
    }
}
