@NullMarked
package dev.socialhub.shared.inbox;

import org.jspecify.annotations.NullMarked;
