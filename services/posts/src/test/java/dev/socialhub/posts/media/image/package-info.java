@NullMarked
package dev.socialhub.posts.media.image;

import org.jspecify.annotations.NullMarked;
