/** The course of a run: its phases, its arrivals, and what it says meanwhile. */
@NullMarked
package dev.socialhub.loadtest.run;

import org.jspecify.annotations.NullMarked;
