/** Processing what services have derived, page by page: replicas and counters. */
@NullMarked
package dev.socialhub.cli.derived;

import org.jspecify.annotations.NullMarked;
