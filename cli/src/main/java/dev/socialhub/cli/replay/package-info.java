/**
 * Replaying events, for consumers that have to take effect again, or into a topic for inspection.
 */
@NullMarked
package dev.socialhub.cli.replay;

import org.jspecify.annotations.NullMarked;
