/** What this service holds of somebody, in numbers. */
@NullMarked
package dev.socialhub.ops.person;

import org.jspecify.annotations.NullMarked;
