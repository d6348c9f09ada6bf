/** The logs of all processes, merged by time and made readable. */
@NullMarked
package dev.socialhub.cli.logs;

import org.jspecify.annotations.NullMarked;
