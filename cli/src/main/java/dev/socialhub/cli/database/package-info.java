/** The databases of the services: whether their tables are whole, and how to mend them. */
@NullMarked
package dev.socialhub.cli.database;

import org.jspecify.annotations.NullMarked;
