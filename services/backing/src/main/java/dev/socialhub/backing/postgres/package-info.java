@NullMarked
package dev.socialhub.backing.postgres;

import org.jspecify.annotations.NullMarked;
