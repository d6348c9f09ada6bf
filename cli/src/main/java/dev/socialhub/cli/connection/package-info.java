/** What a command acts on: the platform that runs here, or one that runs elsewhere. */
@NullMarked
package dev.socialhub.cli.connection;

import org.jspecify.annotations.NullMarked;
