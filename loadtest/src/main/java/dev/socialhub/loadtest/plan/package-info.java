/** What a run is asked to do. */
@NullMarked
package dev.socialhub.loadtest.plan;

import org.jspecify.annotations.NullMarked;
