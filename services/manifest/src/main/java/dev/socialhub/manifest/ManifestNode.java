package dev.socialhub.manifest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the file.
 *
 * @param where its place, for messages: such as {@code posts} or {@code posts: GET /api/v1/posts}
 */
record ManifestNode(String where, Map<String, @Nullable Object> values) {

    /**
     * @param keys those that are known
     * @throws ManifestError if it isn't a mapping, or has a key that is unknown
     */
    static ManifestNode of(String where, @Nullable Object value, Set<String> keys) {
        ManifestNode node = anyKeys(where, value);
        for (String key : node.values.keySet()) {
            if (!keys.contains(key)) {
                throw new ManifestError(
                        where,
                        "there is no key '%s'; choose from %s"
                                .formatted(
                                        key, String.join(", ", keys.stream().sorted().toList())));
            }
        }
        return node;
    }

    /** The same with keys that are names. */
    static ManifestNode anyKeys(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ManifestError(where, "must be a mapping of keys to values");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, each) -> values.put(String.valueOf(key), each));
        return new ManifestNode(where, values);
    }

    /** A port. */
    int port(String key) {
        return number(key, 1, 65_535)
                .orElseThrow(() -> new ManifestError(where, "'%s' is missing".formatted(key)));
    }

    Optional<Integer> number(String key, int min, int max) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && text.matches("\\d{1,5}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return Optional.of(number);
            }
        }
        throw new ManifestError(
                where, "'%s' is '%s'; give a number from %d to %d".formatted(key, value, min, max));
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::valueOf);
    }

    List<String> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new ManifestError(where, "'%s' must be a list, such as [a, b]".formatted(key));
        }
        return list.stream().map(String::valueOf).toList();
    }

    /** The constant that a text names in lower case. */
    <E extends Enum<E>> E constant(String key, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> label(one).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new ManifestError(
                                where,
                                "'%s' can't be '%s'; choose from %s"
                                        .formatted(key, text, labels(type))));
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> String labels(Class<E> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(ManifestNode::label).toList());
    }
}
