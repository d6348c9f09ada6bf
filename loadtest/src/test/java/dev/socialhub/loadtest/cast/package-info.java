@NullMarked
package dev.socialhub.loadtest.cast;

import org.jspecify.annotations.NullMarked;
