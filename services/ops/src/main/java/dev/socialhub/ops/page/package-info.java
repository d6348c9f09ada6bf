/** How operators read results that are too large for one answer. */
@NullMarked
package dev.socialhub.ops.page;

import org.jspecify.annotations.NullMarked;
