@NullMarked
package dev.socialhub.ops.schema.table;

import org.jspecify.annotations.NullMarked;
