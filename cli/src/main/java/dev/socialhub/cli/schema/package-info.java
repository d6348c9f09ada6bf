/** The shapes of the documents that commands print. */
@NullMarked
package dev.socialhub.cli.schema;

import org.jspecify.annotations.NullMarked;
