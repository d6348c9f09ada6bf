/** The identity of callers: user tokens, service tokens, and the keys that prove them. */
@NullMarked
package dev.socialhub.shared.identity;

import org.jspecify.annotations.NullMarked;
