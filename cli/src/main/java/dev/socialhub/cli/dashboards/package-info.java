/** The noun {@code dashboards}. */
@NullMarked
package dev.socialhub.cli.dashboards;

import org.jspecify.annotations.NullMarked;
