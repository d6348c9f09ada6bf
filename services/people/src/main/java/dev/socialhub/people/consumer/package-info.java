/** The handling of events about users, in every service that stores data of users. */
@NullMarked
package dev.socialhub.people.consumer;

import org.jspecify.annotations.NullMarked;
