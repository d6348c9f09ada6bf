/** How many likes and comments posts have: derived from rows, folded in batches. */
@NullMarked
package dev.socialhub.posts.count;

import org.jspecify.annotations.NullMarked;
