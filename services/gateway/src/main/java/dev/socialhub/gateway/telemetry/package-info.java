/** The access log and the meters. */
@NullMarked
package dev.socialhub.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
