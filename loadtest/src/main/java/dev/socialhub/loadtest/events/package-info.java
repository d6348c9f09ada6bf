/** Load of events, straight onto the bus. */
@NullMarked
package dev.socialhub.loadtest.events;

import org.jspecify.annotations.NullMarked;
