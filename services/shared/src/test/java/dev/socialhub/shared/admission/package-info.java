@NullMarked
package dev.socialhub.shared.admission;

import org.jspecify.annotations.NullMarked;
