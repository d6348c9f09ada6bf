@NullMarked
package dev.socialhub.chat.event;

import org.jspecify.annotations.NullMarked;
