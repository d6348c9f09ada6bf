/** Copies that services keep of what others own: compared with the owner, and made right again. */
@NullMarked
package dev.socialhub.cli.projections;

import org.jspecify.annotations.NullMarked;
