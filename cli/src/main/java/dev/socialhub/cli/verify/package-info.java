/**
 * Whether a running platform works: in stages from cheap to complete, each problem with its fix.
 */
@NullMarked
package dev.socialhub.cli.verify;

import org.jspecify.annotations.NullMarked;
