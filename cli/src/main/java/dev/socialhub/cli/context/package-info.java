/** Which platform commands act on: the one that runs here, or one that a context names. */
@NullMarked
package dev.socialhub.cli.context;

import org.jspecify.annotations.NullMarked;
