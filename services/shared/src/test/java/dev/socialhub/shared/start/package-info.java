@NullMarked
package dev.socialhub.shared.start;

import org.jspecify.annotations.NullMarked;
