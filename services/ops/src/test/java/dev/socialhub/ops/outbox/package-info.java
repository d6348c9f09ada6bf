@NullMarked
package dev.socialhub.ops.outbox;

import org.jspecify.annotations.NullMarked;
