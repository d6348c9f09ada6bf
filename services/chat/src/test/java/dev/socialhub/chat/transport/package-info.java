@NullMarked
package dev.socialhub.chat.transport;

import org.jspecify.annotations.NullMarked;
