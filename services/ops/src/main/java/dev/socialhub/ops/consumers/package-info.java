/** Which events this service takes, and how it takes them again. */
@NullMarked
package dev.socialhub.ops.consumers;

import org.jspecify.annotations.NullMarked;
