/** The data of users that all viewers see, cached in Redis; everything works without Redis. */
@NullMarked
package dev.socialhub.users.cache;

import org.jspecify.annotations.NullMarked;
