/** The repository's rules, dashboards and catalogue of meters, read. */
@NullMarked
package dev.socialhub.cli.observability;

import org.jspecify.annotations.NullMarked;
