@NullMarked
package dev.socialhub.chat;

import org.jspecify.annotations.NullMarked;
