@NullMarked
package dev.socialhub.users.account;

import org.jspecify.annotations.NullMarked;
