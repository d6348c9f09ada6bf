/** Where the bytes of media are stored. */
@NullMarked
package dev.socialhub.posts.media.store;

import org.jspecify.annotations.NullMarked;
