@NullMarked
package dev.socialhub.ops.checksum;

import org.jspecify.annotations.NullMarked;
