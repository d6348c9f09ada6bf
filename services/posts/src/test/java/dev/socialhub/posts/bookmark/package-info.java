@NullMarked
package dev.socialhub.posts.bookmark;

import org.jspecify.annotations.NullMarked;
