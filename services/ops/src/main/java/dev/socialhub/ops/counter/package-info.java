/** Whether the counts that this service keeps agree with what they count, and how to mend them. */
@NullMarked
package dev.socialhub.ops.counter;

import org.jspecify.annotations.NullMarked;
