/** Dead letters: what lies there and why, trying it again, throwing it away. */
@NullMarked
package dev.socialhub.cli.deadletters;

import org.jspecify.annotations.NullMarked;
