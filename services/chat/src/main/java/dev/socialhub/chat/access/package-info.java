/** Which conversations a user may read and write. */
@NullMarked
package dev.socialhub.chat.access;

import org.jspecify.annotations.NullMarked;
