/** The result of a run: judged, stored, and compared with others. */
@NullMarked
package dev.socialhub.cli.load.result;

import org.jspecify.annotations.NullMarked;
