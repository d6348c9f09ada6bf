@NullMarked
package dev.socialhub.chat.message;

import org.jspecify.annotations.NullMarked;
