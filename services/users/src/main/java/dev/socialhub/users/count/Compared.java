package dev.socialhub.users.count;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A person's numbers at one moment.
 *
 * @param shown what readers are shown
 * @param counted what the edges come to
 */
record Compared(UUID userId, FollowCounts shown, FollowCounts counted) {

    boolean isWrong() {
        return !shown.equals(counted);
    }

    /** In words, for operators: {@code <id> followers 7, should be 5}. */
    String text() {
        List<String> parts = new ArrayList<>();
        contrast(parts, "followers", shown.followers(), counted.followers());
        contrast(parts, "following", shown.following(), counted.following());
        return userId + " " + String.join("; ", parts);
    }

    private static void contrast(List<String> parts, String what, long shown, long counted) {
        if (shown != counted) {
            parts.add(what + " " + shown + ", should be " + counted);
        }
    }
}
