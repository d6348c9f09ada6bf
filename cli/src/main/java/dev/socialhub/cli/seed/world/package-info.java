/** Made-up people, whom they follow and what they write: the same for the same number, for ever. */
@NullMarked
package dev.socialhub.cli.seed.world;

import org.jspecify.annotations.NullMarked;
