/** What came of a run: judged, written down, and held against others. */
@NullMarked
package dev.socialhub.cli.load.result;

import org.jspecify.annotations.NullMarked;
