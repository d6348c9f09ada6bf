/** Dead letters: listing them with their reasons, retrying them, deleting them. */
@NullMarked
package dev.socialhub.cli.deadletters;

import org.jspecify.annotations.NullMarked;
