@NullMarked
package dev.socialhub.posts.text;

import org.jspecify.annotations.NullMarked;
