/** Messages: how they are numbered, stored and found. */
@NullMarked
package dev.socialhub.chat.message;

import org.jspecify.annotations.NullMarked;
