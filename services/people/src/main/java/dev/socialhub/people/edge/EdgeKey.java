package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeKind;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of an edge, which also defines its position in the order of all edges. */
record EdgeKey(EdgeKind kind, UUID fromId, UUID toId) {

    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern FORM =
            Pattern.compile("(block|follow):(" + UUID_FORM + "):(" + UUID_FORM + ")");

    /** Parses {@code <kind>:<from>:<to>}; empty for any other text. */
    static Optional<EdgeKey> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new EdgeKey(
                                EdgeKind.ofWireName(parts.group(1)),
                                UUID.fromString(parts.group(2)),
                                UUID.fromString(parts.group(3))))
                : Optional.empty();
    }
}
