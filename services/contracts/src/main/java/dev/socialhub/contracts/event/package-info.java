/** The envelope that every event travels in, the table of event types, and the topics. */
@NullMarked
package dev.socialhub.contracts.event;

import org.jspecify.annotations.NullMarked;
