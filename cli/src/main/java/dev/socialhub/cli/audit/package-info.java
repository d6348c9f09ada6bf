/** What this tool has done to a platform that can't be undone, and who did it. */
@NullMarked
package dev.socialhub.cli.audit;

import org.jspecify.annotations.NullMarked;
