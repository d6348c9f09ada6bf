/**
 * Load on rooms: connections that stay open, messages, and whether each arrives once and in order.
 */
@NullMarked
package dev.socialhub.loadtest.chat;

import org.jspecify.annotations.NullMarked;
