@NullMarked
package dev.socialhub.shared.trace;

import org.jspecify.annotations.NullMarked;
