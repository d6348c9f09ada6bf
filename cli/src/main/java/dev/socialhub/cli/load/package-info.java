/** The noun {@code load}: offers the platform load, and judges how it bears it. */
@NullMarked
package dev.socialhub.cli.load;

import org.jspecify.annotations.NullMarked;
