@NullMarked
package dev.socialhub.backing.process;

import org.jspecify.annotations.NullMarked;
