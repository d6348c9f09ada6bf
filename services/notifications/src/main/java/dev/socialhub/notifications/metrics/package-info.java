/** The meters of the service. */
@NullMarked
package dev.socialhub.notifications.metrics;

import org.jspecify.annotations.NullMarked;
