/** What tests of replicas need: a fake users service, and a service that replicates everything. */
@NullMarked
package dev.socialhub.people.testing;

import org.jspecify.annotations.NullMarked;
