/** How services, and the programs of operators, prove their identity to services. */
@NullMarked
package dev.socialhub.contracts.identity;

import org.jspecify.annotations.NullMarked;
