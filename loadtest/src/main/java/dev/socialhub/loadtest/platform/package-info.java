/** Asking the platform outside the load, to prepare and to check. */
@NullMarked
package dev.socialhub.loadtest.platform;

import org.jspecify.annotations.NullMarked;
