/** Whether a service's store is made as it should be, and how to mend it. */
@NullMarked
package dev.socialhub.ops.schema;

import org.jspecify.annotations.NullMarked;
