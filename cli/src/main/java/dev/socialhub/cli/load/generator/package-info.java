/** The program that makes the load, in a process of its own. */
@NullMarked
package dev.socialhub.cli.load.generator;

import org.jspecify.annotations.NullMarked;
