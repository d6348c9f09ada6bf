@NullMarked
package dev.socialhub.ops;

import org.jspecify.annotations.NullMarked;
