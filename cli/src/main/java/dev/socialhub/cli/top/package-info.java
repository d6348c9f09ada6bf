/** How busy each service is, shown repeatedly. */
@NullMarked
package dev.socialhub.cli.top;

import org.jspecify.annotations.NullMarked;
