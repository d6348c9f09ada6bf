@NullMarked
package dev.socialhub.posts.like;

import org.jspecify.annotations.NullMarked;
