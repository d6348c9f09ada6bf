@NullMarked
package dev.socialhub.posts.media.store;

import org.jspecify.annotations.NullMarked;
