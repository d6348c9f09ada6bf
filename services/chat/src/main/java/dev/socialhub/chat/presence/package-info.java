/** Which users are online, and which are in a room. */
@NullMarked
package dev.socialhub.chat.presence;

import org.jspecify.annotations.NullMarked;
