/** All rows that this service owns, in pages, for services that keep replicas of them. */
@NullMarked
package dev.socialhub.users.snapshot;

import org.jspecify.annotations.NullMarked;
