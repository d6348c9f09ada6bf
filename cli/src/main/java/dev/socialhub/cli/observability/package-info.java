/** Reads the repository's rules, dashboards and catalogue of meters. */
@NullMarked
package dev.socialhub.cli.observability;

import org.jspecify.annotations.NullMarked;
