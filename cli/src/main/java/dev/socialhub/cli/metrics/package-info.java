/** What processes tell Prometheus, and where they tell it. */
@NullMarked
package dev.socialhub.cli.metrics;

import org.jspecify.annotations.NullMarked;
