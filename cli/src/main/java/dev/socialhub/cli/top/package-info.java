/** How busy each service is, now and again. */
@NullMarked
package dev.socialhub.cli.top;

import org.jspecify.annotations.NullMarked;
