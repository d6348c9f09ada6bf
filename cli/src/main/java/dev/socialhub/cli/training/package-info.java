/**
 * Making start-up caches: programs are run on a platform of their own, and their JVMs record them.
 */
@NullMarked
package dev.socialhub.cli.training;

import org.jspecify.annotations.NullMarked;
