/** Errors as RFC 9457 problem documents, made in one place. */
@NullMarked
package dev.socialhub.shared.problem;

import org.jspecify.annotations.NullMarked;
