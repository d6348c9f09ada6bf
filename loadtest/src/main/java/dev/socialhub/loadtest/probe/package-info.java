/** What operations cost at the least: the same work with nothing around it. */
@NullMarked
package dev.socialhub.loadtest.probe;

import org.jspecify.annotations.NullMarked;
