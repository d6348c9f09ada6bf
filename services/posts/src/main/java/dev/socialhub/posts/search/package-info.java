/** Finds posts by their words, and hashtags by their beginnings. */
@NullMarked
package dev.socialhub.posts.search;

import org.jspecify.annotations.NullMarked;
