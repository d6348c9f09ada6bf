package dev.socialhub.shared.input;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import dev.socialhub.shared.text.Utf8;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Refuses addresses whose percent-encoded bytes are no UTF-8, in the path and in the query. The
 * framework would put U+FFFD in their place.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AddressFilter {

    @RequestFilter
    void check(HttpRequest<?> request) {
        String address = request.getUri().toString();
        if (address.indexOf('%') >= 0 && !Utf8.isWellFormed(decoded(address))) {
            throw new ProblemException(
                    ProblemType.MALFORMED, "The address is not percent-encoded UTF-8.");
        }
    }

    /** A {@link java.net.URI} has two hexadecimal digits behind every percent sign. */
    private static byte[] decoded(String address) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(address.length());
        for (int at = 0; at < address.length(); at++) {
            if (address.charAt(at) == '%') {
                bytes.write(HexFormat.fromHexDigits(address, at + 1, at + 3));
                at += 2;
            } else {
                bytes.write('.');
            }
        }
        return bytes.toByteArray();
    }
}
