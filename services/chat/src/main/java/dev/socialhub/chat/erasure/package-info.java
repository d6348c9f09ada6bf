/** Erases what deleted users wrote. */
@NullMarked
package dev.socialhub.chat.erasure;

import org.jspecify.annotations.NullMarked;
