/** What clients send, read more strictly than the framework reads it. */
@NullMarked
package dev.socialhub.shared.input;

import org.jspecify.annotations.NullMarked;
