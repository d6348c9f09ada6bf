/** How busy the platform's processes are while a load is measured. */
@NullMarked
package dev.socialhub.cli.load.sampling;

import org.jspecify.annotations.NullMarked;
