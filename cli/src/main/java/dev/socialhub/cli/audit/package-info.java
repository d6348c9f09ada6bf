/** Irreversible operations that this tool has done to a platform, and who ran them. */
@NullMarked
package dev.socialhub.cli.audit;

import org.jspecify.annotations.NullMarked;
