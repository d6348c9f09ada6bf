/** The people whose account is gone, so that nothing brings them back. */
@NullMarked
package dev.socialhub.posts.tombstone;

import org.jspecify.annotations.NullMarked;
