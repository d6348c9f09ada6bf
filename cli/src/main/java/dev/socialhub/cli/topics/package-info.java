/** The topics of the bus: as they are declared, as they are, and how to bring them together. */
@NullMarked
package dev.socialhub.cli.topics;

import org.jspecify.annotations.NullMarked;
