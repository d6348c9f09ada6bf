/** Runs statements that a Micronaut Data repository can't express. */
@NullMarked
package dev.socialhub.shared.sql;

import org.jspecify.annotations.NullMarked;
