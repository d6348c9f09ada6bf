/** How busy the platform's processes are while they are measured. */
@NullMarked
package dev.socialhub.cli.load.sampling;

import org.jspecify.annotations.NullMarked;
