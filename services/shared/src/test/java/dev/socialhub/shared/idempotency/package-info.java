@NullMarked
package dev.socialhub.shared.idempotency;

import org.jspecify.annotations.NullMarked;
