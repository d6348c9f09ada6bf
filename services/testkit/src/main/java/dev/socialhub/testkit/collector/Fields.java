package dev.socialhub.testkit.collector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The fields of one protobuf message, as far as OTLP's traces need them. */
record Fields(List<Field> all) {

    private static final int NUMBER_BITS = 3;
    private static final int TYPE = 7;

    /**
     * A field.
     *
     * @param number of a varint or fixed field
     * @param bytes of any other
     */
    record Field(int tag, long number, byte[] bytes) {}

    static Fields of(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            long key = varint(in);
            int tag = (int) (key >>> NUMBER_BITS);
            fields.add(
                    switch ((int) (key & TYPE)) {
                        case 0 -> new Field(tag, varint(in), new byte[0]);
                        case 1 -> new Field(tag, in.getLong(), new byte[0]);
                        case 2 -> new Field(tag, 0, bytes(in));
                        case 5 -> new Field(tag, in.getInt(), new byte[0]);
                        default -> throw new IllegalArgumentException("no protobuf: " + key);
                    });
        }
        return new Fields(fields);
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[Math.toIntExact(varint(in))];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    List<Fields> messages(int tag) {
        return all.stream().filter(field -> field.tag == tag).map(f -> of(f.bytes)).toList();
    }

    String text(int tag) {
        return new String(bytes(tag), StandardCharsets.UTF_8);
    }

    String hex(int tag) {
        return HexFormat.of().formatHex(bytes(tag));
    }

    long number(int tag) {
        return all.stream()
                .filter(f -> f.tag == tag)
                .mapToLong(Field::number)
                .findFirst()
                .orElse(0);
    }

    boolean has(int tag) {
        return all.stream().anyMatch(field -> field.tag == tag);
    }

    private byte[] bytes(int tag) {
        return all.stream()
                .filter(field -> field.tag == tag)
                .map(Field::bytes)
                .findFirst()
                .orElse(new byte[0]);
    }
}
