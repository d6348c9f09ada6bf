/** What happens on the bus. */
@NullMarked
package dev.socialhub.cli.events;

import org.jspecify.annotations.NullMarked;
