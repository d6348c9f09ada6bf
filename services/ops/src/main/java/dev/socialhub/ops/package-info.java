/** What operators ask each service, for their tools alone. */
@NullMarked
package dev.socialhub.ops;

import org.jspecify.annotations.NullMarked;
