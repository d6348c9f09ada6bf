/** How a service starts, or says why it can't. */
@NullMarked
package dev.socialhub.shared.start;

import org.jspecify.annotations.NullMarked;
