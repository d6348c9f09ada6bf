/** What is kept of a socket so that its client can continue after its connection broke. */
@NullMarked
package dev.socialhub.chat.recovery;

import org.jspecify.annotations.NullMarked;
