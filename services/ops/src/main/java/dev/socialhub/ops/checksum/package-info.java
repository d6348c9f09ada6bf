/** The whole state of this service in a few numbers, to be compared with those of another day. */
@NullMarked
package dev.socialhub.ops.checksum;

import org.jspecify.annotations.NullMarked;
