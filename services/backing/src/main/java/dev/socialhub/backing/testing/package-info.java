@NullMarked
package dev.socialhub.backing.testing;

import org.jspecify.annotations.NullMarked;
