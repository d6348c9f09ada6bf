/** The connections to Redis, which come back by themselves. */
@NullMarked
package dev.socialhub.chat.redis;

import org.jspecify.annotations.NullMarked;
