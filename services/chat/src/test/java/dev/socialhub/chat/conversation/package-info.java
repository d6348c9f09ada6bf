@NullMarked
package dev.socialhub.chat.conversation;

import org.jspecify.annotations.NullMarked;
