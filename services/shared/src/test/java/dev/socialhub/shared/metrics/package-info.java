@NullMarked
package dev.socialhub.shared.metrics;

import org.jspecify.annotations.NullMarked;
