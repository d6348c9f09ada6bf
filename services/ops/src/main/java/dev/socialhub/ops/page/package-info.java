/** How operators go through what is too much for one answer. */
@NullMarked
package dev.socialhub.ops.page;

import org.jspecify.annotations.NullMarked;
