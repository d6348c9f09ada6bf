/** Events on the bus: following them, finding one, and tracing how far it has got. */
@NullMarked
package dev.socialhub.cli.events;

import org.jspecify.annotations.NullMarked;
