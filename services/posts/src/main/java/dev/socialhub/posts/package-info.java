/** The posts service: what people publish. */
@NullMarked
package dev.socialhub.posts;

import org.jspecify.annotations.NullMarked;
