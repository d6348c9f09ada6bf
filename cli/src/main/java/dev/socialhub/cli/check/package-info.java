/** Running checks: what was found, how long it took and how to fix it. */
@NullMarked
package dev.socialhub.cli.check;

import org.jspecify.annotations.NullMarked;
