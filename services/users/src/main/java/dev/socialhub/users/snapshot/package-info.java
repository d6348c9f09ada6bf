/** Everything this service owns, in parts, for services that keep copies of it. */
@NullMarked
package dev.socialhub.users.snapshot;

import org.jspecify.annotations.NullMarked;
