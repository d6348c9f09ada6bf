/**
 * Which trace a piece of work belongs to, and the spans that are sent to a collector, if to any.
 */
@NullMarked
package dev.socialhub.shared.trace;

import org.jspecify.annotations.NullMarked;
