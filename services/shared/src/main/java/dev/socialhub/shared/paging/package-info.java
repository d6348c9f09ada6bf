/** Keyset pages behind opaque cursors. */
@NullMarked
package dev.socialhub.shared.paging;

import org.jspecify.annotations.NullMarked;
