@NullMarked
package dev.socialhub.ops.schema;

import org.jspecify.annotations.NullMarked;
