@NullMarked
package dev.socialhub.people.account;

import org.jspecify.annotations.NullMarked;
