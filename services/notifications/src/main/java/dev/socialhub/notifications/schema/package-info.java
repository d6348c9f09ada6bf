/** Compares and repairs the indexes for operators. */
@NullMarked
package dev.socialhub.notifications.schema;

import org.jspecify.annotations.NullMarked;
