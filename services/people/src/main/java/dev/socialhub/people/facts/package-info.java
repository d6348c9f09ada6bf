/** How much a service stores about a user, for operators. */
@NullMarked
package dev.socialhub.people.facts;

import org.jspecify.annotations.NullMarked;
