/** The databases of the services: whether their tables are complete, and how to repair them. */
@NullMarked
package dev.socialhub.cli.database;

import org.jspecify.annotations.NullMarked;
