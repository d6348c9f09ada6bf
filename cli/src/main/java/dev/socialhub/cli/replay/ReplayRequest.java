package dev.socialhub.cli.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator's request.
 *
 * @param groups empty for all that accept a replay
 * @param into another topic to write; null for the replay topic
 * @param repeat whether to write also events that the other topic holds already
 */
record ReplayRequest(
        String topic,
        @Nullable ReplayBound from,
        @Nullable ReplayBound to,
        Selection selection,
        List<String> groups,
        @Nullable String into,
        boolean repeat) {}
