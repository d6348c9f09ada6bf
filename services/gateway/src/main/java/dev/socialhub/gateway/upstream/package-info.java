/** The services behind the gateway: their instances, their health, and the connections to them. */
@NullMarked
package dev.socialhub.gateway.upstream;

import org.jspecify.annotations.NullMarked;
