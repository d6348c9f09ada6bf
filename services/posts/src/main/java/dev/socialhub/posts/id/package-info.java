/** How ids are read from requests. */
@NullMarked
package dev.socialhub.posts.id;

import org.jspecify.annotations.NullMarked;
