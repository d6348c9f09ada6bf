@NullMarked
package dev.socialhub.chat.recovery;

import org.jspecify.annotations.NullMarked;
