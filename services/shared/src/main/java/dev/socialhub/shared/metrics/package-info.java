/** How requests, caches and the process itself are measured, alike in every service. */
@NullMarked
package dev.socialhub.shared.metrics;

import org.jspecify.annotations.NullMarked;
