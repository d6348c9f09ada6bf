@NullMarked
package dev.socialhub.shared.housekeeping;

import org.jspecify.annotations.NullMarked;
