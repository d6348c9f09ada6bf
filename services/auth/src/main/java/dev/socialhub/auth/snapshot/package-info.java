/** All account data that other services may see, in pages, for services that keep replicas. */
@NullMarked
package dev.socialhub.auth.snapshot;

import org.jspecify.annotations.NullMarked;
