@NullMarked
package dev.socialhub.backing.jvm;

import org.jspecify.annotations.NullMarked;
