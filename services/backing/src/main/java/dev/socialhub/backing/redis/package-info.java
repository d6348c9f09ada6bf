@NullMarked
package dev.socialhub.backing.redis;

import org.jspecify.annotations.NullMarked;
