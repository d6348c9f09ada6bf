/** The commands that start and stop a platform or parts of it. */
@NullMarked
package dev.socialhub.cli.lifecycle;

import org.jspecify.annotations.NullMarked;
