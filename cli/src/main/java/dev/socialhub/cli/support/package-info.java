/** Everything that a remote helper needs to see, without secrets. */
@NullMarked
package dev.socialhub.cli.support;

import org.jspecify.annotations.NullMarked;
