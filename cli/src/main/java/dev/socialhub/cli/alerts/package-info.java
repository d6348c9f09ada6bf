/** The noun {@code alerts}. */
@NullMarked
package dev.socialhub.cli.alerts;

import org.jspecify.annotations.NullMarked;
