@NullMarked
package dev.socialhub.posts.tag;

import org.jspecify.annotations.NullMarked;
