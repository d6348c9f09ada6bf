/** What the tests of the kit run against. */
@NullMarked
package dev.socialhub.shared.testing;

import org.jspecify.annotations.NullMarked;
