package dev.socialhub.shared.testing;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document, or a part of one. If a part that a test looks for is missing, the test fails and
 * its message shows the document.
 */
public record Json(JsonNode node) {

    private static final JsonMapper MAPPER = JsonMapper.createDefault();

    public static Json of(String text) {
        try {
            return new Json(found(MAPPER.readValue(text, JsonNode.class), "JSON", text));
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    /** A field of an object; JSON's null is there, too. */
    public Json get(String field) {
        return new Json(found(node.get(field), field, this));
    }

    /** An element of an array, from 0. */
    public Json get(int index) {
        return new Json(found(node.get(index), "element " + index, this));
    }

    /** What stands at the end of a path of fields and indexes: {@code items.0.author.name}. */
    public Json at(String path) {
        Json part = this;
        for (String step : path.split("\\.", -1)) {
            part = part.node.isArray() ? part.get(Integer.parseInt(step)) : part.get(step);
        }
        return part;
    }

    public boolean has(String field) {
        return node.get(field) != null;
    }

    public boolean isNull() {
        return node.isNull();
    }

    /** Of the elements of an array or the fields of an object. */
    public int size() {
        return node.size();
    }

    /** The elements of an array, or the values of an object's fields. */
    public List<Json> values() {
        List<Json> values = new ArrayList<>();
        node.values().forEach(value -> values.add(new Json(value)));
        return values;
    }

    public String getStringValue() {
        return node.getStringValue();
    }

    /** The text of a string, a number or a truth value. */
    public String coerceStringValue() {
        return node.coerceStringValue();
    }

    public int getIntValue() {
        return node.getIntValue();
    }

    public long getLongValue() {
        return node.getLongValue();
    }

    public boolean getBooleanValue() {
        return node.getBooleanValue();
    }

    @Override
    public String toString() {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode found(@Nullable JsonNode part, String name, Object place) {
        if (part == null) {
            throw new AssertionError("no " + name + " in " + place);
        }
        return part;
    }
}
