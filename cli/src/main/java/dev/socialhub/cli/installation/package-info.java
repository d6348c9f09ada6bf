/** What is installed on this machine: the programs, and the folder with the data of a platform. */
@NullMarked
package dev.socialhub.cli.installation;

import org.jspecify.annotations.NullMarked;
