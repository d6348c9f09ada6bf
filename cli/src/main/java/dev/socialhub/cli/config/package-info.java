/** Settings: what each program is told, by whom, and whether it makes sense. */
@NullMarked
package dev.socialhub.cli.config;

import org.jspecify.annotations.NullMarked;
