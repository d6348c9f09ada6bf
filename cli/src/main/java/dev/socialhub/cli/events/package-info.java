/** Events on the bus: following them, finding one, and where it has got to. */
@NullMarked
package dev.socialhub.cli.events;

import org.jspecify.annotations.NullMarked;
