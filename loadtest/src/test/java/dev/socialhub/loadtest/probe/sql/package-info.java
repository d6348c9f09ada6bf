@NullMarked
package dev.socialhub.loadtest.probe.sql;

import org.jspecify.annotations.NullMarked;
