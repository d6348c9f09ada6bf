package dev.socialhub.mongo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, in one form for all documents that say the same: fields stand in the order
 * in which they were first written, and a list of numbers in that in which they were added, neither
 * of which means anything. A whole number is the same in four bytes and in eight.
 */
final class CanonicalForm {

    private CanonicalForm() {}

    /** Of the form; equal for equal documents. */
    static long hash(Map<String, ?> document) {
        byte[] text = text(document).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(sha256().digest(text)).getLong();
    }

    /** Each part tells its length, so that no text can pass for something else. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> fields -> framed("map", fields(fields));
            case Collection<?> items ->
                    framed("list", items.stream().map(CanonicalForm::text).sorted());
            case Date date -> framed("date", Stream.of(date.toInstant().toString()));
            case Integer number -> framed("number", Stream.of(number.toString()));
            case Long number -> framed("number", Stream.of(number.toString()));
            default -> framed(value.getClass().getSimpleName(), Stream.of(value.toString()));
        };
    }

    private static Stream<String> fields(Map<?, ?> fields) {
        Map<String, String> sorted = new TreeMap<>();
        fields.forEach((name, value) -> sorted.put(name.toString(), text(value)));
        return sorted.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue()));
    }

    private static String framed(String type, Stream<String> parts) {
        StringBuilder text = new StringBuilder(type).append('(');
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return text.append(')').toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
