/** Whether the servers and services that a service depends on answer. */
@NullMarked
package dev.socialhub.shared.dependency;

import org.jspecify.annotations.NullMarked;
