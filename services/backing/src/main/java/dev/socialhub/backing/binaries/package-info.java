@NullMarked
package dev.socialhub.backing.binaries;

import org.jspecify.annotations.NullMarked;
