package dev.socialhub.chat.conversation;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The conversation of two users. The id contains the ids of both, so that its members are known
 * without a query: {@code dm_}, followed by 32 bytes in base64url.
 *
 * @param lower the member whose id is the lower one
 */
public record DirectId(UUID lower, UUID higher) implements ConversationId {

    static final String PREFIX = "dm_";

    private static final int BYTES = 4 * Long.BYTES;
    private static final Pattern FORM = Pattern.compile("dm_[A-Za-z0-9_-]{43}");

    public DirectId {
        if (lower.compareTo(higher) >= 0) {
            throw new IllegalArgumentException("two different users, in the order of their ids");
        }
    }

    /**
     * The conversation of two users, in any order.
     *
     * @throws IllegalArgumentException for the same user twice
     */
    public static DirectId of(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? new DirectId(one, other) : new DirectId(other, one);
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    public static Optional<DirectId> parsed(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        ByteBuffer ids =
                ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
        UUID lower = new UUID(ids.getLong(), ids.getLong());
        UUID higher = new UUID(ids.getLong(), ids.getLong());
        if (lower.compareTo(higher) >= 0) {
            return Optional.empty();
        }
        DirectId id = new DirectId(lower, higher);
        // The last character has two bits that no id uses.
        return id.text().equals(text) ? Optional.of(id) : Optional.empty();
    }

    @Override
    public String text() {
        byte[] ids =
                ByteBuffer.allocate(BYTES)
                        .putLong(lower.getMostSignificantBits())
                        .putLong(lower.getLeastSignificantBits())
                        .putLong(higher.getMostSignificantBits())
                        .putLong(higher.getLeastSignificantBits())
                        .array();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(ids);
    }

    public List<UUID> members() {
        return List.of(lower, higher);
    }

    public boolean has(UUID userId) {
        return lower.equals(userId) || higher.equals(userId);
    }

    /** The member that this one talks to. */
    public UUID other(UUID member) {
        return lower.equals(member) ? higher : lower;
    }
}
