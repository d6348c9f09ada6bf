/** The noun {@code counters}: whether counts agree with what they count, and how to mend them. */
@NullMarked
package dev.socialhub.cli.counters;

import org.jspecify.annotations.NullMarked;
