/** What is shown of people, kept in Redis; everything works without. */
@NullMarked
package dev.socialhub.users.cache;

import org.jspecify.annotations.NullMarked;
