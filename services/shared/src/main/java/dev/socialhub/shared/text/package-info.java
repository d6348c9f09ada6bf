/** Rules for text that people type. */
@NullMarked
package dev.socialhub.shared.text;

import org.jspecify.annotations.NullMarked;
