/** How many users follow, and are followed: derived from edges, folded in batches. */
@NullMarked
package dev.socialhub.users.count;

import org.jspecify.annotations.NullMarked;
