/**
 * What the machine under the platform reports about itself: memory, ports and the processes on
 * them.
 */
@NullMarked
package dev.socialhub.cli.machine;

import org.jspecify.annotations.NullMarked;
