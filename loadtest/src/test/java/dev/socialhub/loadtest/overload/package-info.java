@NullMarked
package dev.socialhub.loadtest.overload;

import org.jspecify.annotations.NullMarked;
