/** How much code every service carries along. */
@NullMarked
package dev.socialhub.shared.budget;

import org.jspecify.annotations.NullMarked;
