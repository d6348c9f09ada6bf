/** What the operators' tool and the services must agree on about generated data. */
@NullMarked
package dev.socialhub.contracts.seed;

import org.jspecify.annotations.NullMarked;
