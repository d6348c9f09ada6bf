/** Blocking over HTTP. */
@NullMarked
package dev.socialhub.users.block;

import org.jspecify.annotations.NullMarked;
