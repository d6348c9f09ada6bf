@NullMarked
package dev.socialhub.shared.input;

import org.jspecify.annotations.NullMarked;
