package dev.socialhub.posts.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Posts that were indexed again, in the order of their ids.
 *
 * @param last the last one; null if there were none
 */
record IndexedRange(int posts, @Nullable UUID last) {}
