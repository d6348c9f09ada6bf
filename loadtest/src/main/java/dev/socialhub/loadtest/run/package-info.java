/** The schedule of a run: its phases, its arrivals, and its progress messages. */
@NullMarked
package dev.socialhub.loadtest.run;

import org.jspecify.annotations.NullMarked;
