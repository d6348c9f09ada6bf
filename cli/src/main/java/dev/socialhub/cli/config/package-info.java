/** Settings: the value each program gets, where it is set, and whether it makes sense. */
@NullMarked
package dev.socialhub.cli.config;

import org.jspecify.annotations.NullMarked;
