@NullMarked
package dev.socialhub.loadtest.chat;

import org.jspecify.annotations.NullMarked;
