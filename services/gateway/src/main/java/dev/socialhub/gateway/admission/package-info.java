/** Decides about a request from its head alone, before a byte of it is forwarded. */
@NullMarked
package dev.socialhub.gateway.admission;

import org.jspecify.annotations.NullMarked;
