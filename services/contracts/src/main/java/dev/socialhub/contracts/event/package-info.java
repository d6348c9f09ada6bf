/** The envelope of every event, the table of event types, and the topics. */
@NullMarked
package dev.socialhub.contracts.event;

import org.jspecify.annotations.NullMarked;
