/** The noun {@code counters}: whether counters agree with what they count, and correcting them. */
@NullMarked
package dev.socialhub.cli.counters;

import org.jspecify.annotations.NullMarked;
