/** Consumer groups: their state, their lag, and making them continue from another position. */
@NullMarked
package dev.socialhub.cli.groups;

import org.jspecify.annotations.NullMarked;
