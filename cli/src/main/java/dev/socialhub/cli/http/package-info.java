/** The tool's HTTP client. */
@NullMarked
package dev.socialhub.cli.http;

import org.jspecify.annotations.NullMarked;
