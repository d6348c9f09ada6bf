/** A collector of spans, for tests that look at what services say of themselves. */
@NullMarked
package dev.socialhub.backing.testing.collector;

import org.jspecify.annotations.NullMarked;
