@NullMarked
package dev.socialhub.backing;

import org.jspecify.annotations.NullMarked;
