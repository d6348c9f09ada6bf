/**
 * Copying records to their consumers' topics: at a limited rate, with back-pressure, until handled.
 */
@NullMarked
package dev.socialhub.cli.copy;

import org.jspecify.annotations.NullMarked;
