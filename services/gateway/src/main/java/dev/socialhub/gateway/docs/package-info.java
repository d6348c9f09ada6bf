/** The description of the API: its OpenAPI document, and Swagger UI to read it and try calls. */
@NullMarked
package dev.socialhub.gateway.docs;

import org.jspecify.annotations.NullMarked;
