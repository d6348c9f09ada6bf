/** The command {@code checksum}: all that services hold, to be compared with another day's. */
@NullMarked
package dev.socialhub.cli.checksum;

import org.jspecify.annotations.NullMarked;
