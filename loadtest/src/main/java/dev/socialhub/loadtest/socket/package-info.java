/** A small Socket.IO client. */
@NullMarked
package dev.socialhub.loadtest.socket;

import org.jspecify.annotations.NullMarked;
