/** Playing events again, for consumers that are to take their effect once more, or for a look. */
@NullMarked
package dev.socialhub.cli.replay;

import org.jspecify.annotations.NullMarked;
