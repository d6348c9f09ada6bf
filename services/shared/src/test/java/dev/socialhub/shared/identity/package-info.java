@NullMarked
package dev.socialhub.shared.identity;

import org.jspecify.annotations.NullMarked;
