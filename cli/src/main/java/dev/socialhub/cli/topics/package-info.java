/** The topics of the bus: as they are declared, as they are, and how to make them agree. */
@NullMarked
package dev.socialhub.cli.topics;

import org.jspecify.annotations.NullMarked;
