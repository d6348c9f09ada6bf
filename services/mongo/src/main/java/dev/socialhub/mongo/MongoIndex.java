package dev.socialhub.mongo;

import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An index as it is declared, or as it was found.
 *
 * @param key the fields, each with its direction, {@code createdAt: 1}
 * @param expiresAfter the age in seconds at which the server removes documents; null for never
 */
public record MongoIndex(String name, String key, boolean unique, @Nullable Long expiresAfter) {

    private static final String EXPIRY = "expireAfterSeconds";

    public static MongoIndex unique(String field) {
        return new MongoIndex(field + "_1", field + ": 1", true, null);
    }

    public static MongoIndex expiring(String field, Duration age) {
        return new MongoIndex(field + "_1", field + ": 1", false, age.toSeconds());
    }

    /** One that a server has listed. */
    public static MongoIndex found(Document listed) {
        @Nullable Number age = listed.get(EXPIRY, Number.class);
        String key =
                listed.get("key", Document.class).entrySet().stream()
                        .map(field -> field.getKey() + ": " + direction(field.getValue()))
                        .collect(Collectors.joining(", "));
        return new MongoIndex(
                listed.getString("name"),
                key,
                listed.getBoolean("unique", false),
                age == null ? null : age.longValue());
    }

    private static Object direction(Object value) {
        return value instanceof Number number ? number.intValue() : value;
    }

    public Document keys() {
        return Document.parse("{" + key + "}");
    }

    public IndexOptions options() {
        return new IndexOptions()
                .name(name)
                .unique(unique)
                .expireAfter(expiresAfter, TimeUnit.SECONDS);
    }

    /** Whether a new age would make another index this one. */
    public boolean isButForItsAge(MongoIndex other) {
        return expiresAfter != null
                && new MongoIndex(other.name, other.key, other.unique, expiresAfter).equals(this);
    }

    /** What tells a server to give the index of this name this one's age. */
    public Document change(String collection) {
        return new Document("collMod", collection)
                .append("index", new Document("name", name).append(EXPIRY, expiresAfter));
    }

    /** As an operator would write it. */
    public String statement(String collection) {
        List<String> options =
                List.of(
                        ", {name: \"" + name + "\"",
                        unique ? ", unique: true" : "",
                        expiresAfter == null ? "" : ", " + EXPIRY + ": " + expiresAfter);
        return "db.%s.createIndex({%s}%s})".formatted(collection, key, String.join("", options));
    }
}
