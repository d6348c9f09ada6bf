@NullMarked
package dev.socialhub.posts.author;

import org.jspecify.annotations.NullMarked;
