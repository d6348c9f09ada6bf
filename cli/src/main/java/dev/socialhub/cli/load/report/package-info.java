/** A run as one page for a browser. */
@NullMarked
package dev.socialhub.cli.load.report;

import org.jspecify.annotations.NullMarked;
