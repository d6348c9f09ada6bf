/** The index of the search. */
@NullMarked
package dev.socialhub.cli.search;

import org.jspecify.annotations.NullMarked;
