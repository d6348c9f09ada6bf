/** The noun {@code load}: offers load to the platform, and judges how it copes. */
@NullMarked
package dev.socialhub.cli.load;

import org.jspecify.annotations.NullMarked;
