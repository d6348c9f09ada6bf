/** Which program answers here, and whose tokens it takes. */
@NullMarked
package dev.socialhub.ops.identity;

import org.jspecify.annotations.NullMarked;
