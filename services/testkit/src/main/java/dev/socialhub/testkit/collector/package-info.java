/** A collector of spans, for tests that look at what services say of themselves. */
@NullMarked
package dev.socialhub.testkit.collector;

import org.jspecify.annotations.NullMarked;
