/** What auth and users tell the others about people. */
@NullMarked
package dev.socialhub.contracts.user;

import org.jspecify.annotations.NullMarked;
