/** The packaged platform, used as operators and clients use it. */
@NullMarked
package dev.socialhub.e2e;

import org.jspecify.annotations.NullMarked;
