/**
 * From events to announcements and retractions: what is announced, in which words, and what ends
 * it.
 */
@NullMarked
package dev.socialhub.notifications.event;

import org.jspecify.annotations.NullMarked;
