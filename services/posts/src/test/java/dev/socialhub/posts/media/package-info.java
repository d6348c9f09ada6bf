@NullMarked
package dev.socialhub.posts.media;

import org.jspecify.annotations.NullMarked;
