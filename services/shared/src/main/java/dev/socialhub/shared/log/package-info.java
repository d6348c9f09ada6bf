/** How log lines look. */
@NullMarked
package dev.socialhub.shared.log;

import org.jspecify.annotations.NullMarked;
