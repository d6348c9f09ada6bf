/** Probes that run the services' statements against PostgreSQL. */
@NullMarked
package dev.socialhub.loadtest.probe.sql;

import org.jspecify.annotations.NullMarked;
