package dev.socialhub.contracts.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Which users may see a post. */
@Serdeable
public enum Visibility {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("followers")
    FOLLOWERS,
    @JsonProperty("private")
    PRIVATE;

    /**
     * The name on the wire and in the database: {@code public}, {@code followers}, {@code private}.
     */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The inverse of {@link #wireName()}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Visibility ofWireName(String name) {
        for (Visibility visibility : values()) {
            if (visibility.wireName().equals(name)) {
                return visibility;
            }
        }
        throw new IllegalArgumentException("no such visibility");
    }
}
