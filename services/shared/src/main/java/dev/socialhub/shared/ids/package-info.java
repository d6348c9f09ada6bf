/** Identifiers and time, injected so that tests can fix them. */
@NullMarked
package dev.socialhub.shared.ids;

import org.jspecify.annotations.NullMarked;
