/** What the operator sees: tables, documents, colours and progress. */
@NullMarked
package dev.socialhub.cli.terminal;

import org.jspecify.annotations.NullMarked;
