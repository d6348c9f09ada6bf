@NullMarked
package dev.socialhub.chat.fanout;

import org.jspecify.annotations.NullMarked;
