/**
 * The command {@code checksum}: digests of all that services hold, to be compared with earlier
 * ones.
 */
@NullMarked
package dev.socialhub.cli.checksum;

import org.jspecify.annotations.NullMarked;
