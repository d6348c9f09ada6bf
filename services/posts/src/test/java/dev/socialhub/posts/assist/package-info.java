@NullMarked
package dev.socialhub.posts.assist;

import org.jspecify.annotations.NullMarked;
