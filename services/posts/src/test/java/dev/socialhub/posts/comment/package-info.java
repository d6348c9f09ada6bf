@NullMarked
package dev.socialhub.posts.comment;

import org.jspecify.annotations.NullMarked;
