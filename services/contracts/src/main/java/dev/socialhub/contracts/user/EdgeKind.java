package dev.socialhub.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** The kinds of edges that can exist between two users. */
@Serdeable
public enum EdgeKind {
    @JsonProperty("block")
    BLOCK,
    @JsonProperty("follow")
    FOLLOW;

    /** The name on the wire and in databases: {@code follow}, {@code block}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The inverse of {@link #wireName()}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static EdgeKind ofWireName(String name) {
        for (EdgeKind kind : values()) {
            if (kind.wireName().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not a kind of edge");
    }
}
