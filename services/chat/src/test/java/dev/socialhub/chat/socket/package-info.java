@NullMarked
package dev.socialhub.chat.socket;

import org.jspecify.annotations.NullMarked;
