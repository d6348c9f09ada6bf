/** The erasure of all data of deleted users, whatever part of a service stores it. */
@NullMarked
package dev.socialhub.people.erasure;

import org.jspecify.annotations.NullMarked;
