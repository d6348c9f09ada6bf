/** What is decided about a request from its head alone, before a byte of it goes on. */
@NullMarked
package dev.socialhub.gateway.admission;

import org.jspecify.annotations.NullMarked;
