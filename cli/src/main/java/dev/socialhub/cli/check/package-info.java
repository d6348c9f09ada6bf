/** Looking at one thing after another: what was found, how long it took and how to mend it. */
@NullMarked
package dev.socialhub.cli.check;

import org.jspecify.annotations.NullMarked;
