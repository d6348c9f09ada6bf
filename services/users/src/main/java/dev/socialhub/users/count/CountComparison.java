package dev.socialhub.users.count;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A user's counts at one moment.
 *
 * @param shown the counts that readers are shown
 * @param counted the counts computed from the edges
 */
record CountComparison(UUID userId, FollowCounts shown, FollowCounts counted) {

    boolean isWrong() {
        return !shown.equals(counted);
    }

    /** A description for operators: {@code <id> followers 7, should be 5}. */
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
