/** What the machine under the platform says about itself: memory, ports and who holds them. */
@NullMarked
package dev.socialhub.cli.machine;

import org.jspecify.annotations.NullMarked;
