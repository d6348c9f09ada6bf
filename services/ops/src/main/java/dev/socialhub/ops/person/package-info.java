/** What this service stores about a user, in numbers. */
@NullMarked
package dev.socialhub.ops.person;

import org.jspecify.annotations.NullMarked;
