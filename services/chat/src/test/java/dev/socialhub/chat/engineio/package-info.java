@NullMarked
package dev.socialhub.chat.engineio;

import org.jspecify.annotations.NullMarked;
