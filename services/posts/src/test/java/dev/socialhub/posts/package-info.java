@NullMarked
package dev.socialhub.posts;

import org.jspecify.annotations.NullMarked;
