/**
 * Holds a copy that a service keeps of what another owns against the owner's word, and puts it
 * right, while both go on changing.
 */
@NullMarked
package dev.socialhub.ops.projection;

import org.jspecify.annotations.NullMarked;
