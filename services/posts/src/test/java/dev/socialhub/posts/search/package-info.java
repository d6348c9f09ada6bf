@NullMarked
package dev.socialhub.posts.search;

import org.jspecify.annotations.NullMarked;
