/** Generated messages, written in bulk for demonstrations and measurements. */
@NullMarked
package dev.socialhub.chat.seed;

import org.jspecify.annotations.NullMarked;
