/** What the tests of the kit, and of the services on it, run against. */
@NullMarked
package dev.socialhub.shared.testing;

import org.jspecify.annotations.NullMarked;
