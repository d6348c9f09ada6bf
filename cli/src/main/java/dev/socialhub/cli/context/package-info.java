/** Which platform commands act on: the local one, or one that a context names. */
@NullMarked
package dev.socialhub.cli.context;

import org.jspecify.annotations.NullMarked;
