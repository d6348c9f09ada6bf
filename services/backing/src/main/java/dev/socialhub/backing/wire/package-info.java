@NullMarked
package dev.socialhub.backing.wire;

import org.jspecify.annotations.NullMarked;
