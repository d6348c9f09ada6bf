@NullMarked
package dev.socialhub.ops.projection;

import org.jspecify.annotations.NullMarked;
