/** Copying records to where their consumers read them: paced, held back, followed to the end. */
@NullMarked
package dev.socialhub.cli.copy;

import org.jspecify.annotations.NullMarked;
