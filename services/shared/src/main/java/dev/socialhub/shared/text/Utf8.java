package dev.socialhub.shared.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Tells UTF-8 from bytes that only resemble it: overlong forms, surrogates, sequences cut short.
 * The framework's readers decode some of them as letters.
 */
public final class Utf8 {

    private Utf8() {}

    /** Whether all of it is UTF-8; ASCII, which most text is, costs a look at each byte. */
    public static boolean isWellFormed(byte[] bytes) {
        int ascii = 0;
        while (ascii < bytes.length && bytes[ascii] >= 0) {
            ascii++;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, ascii, bytes.length - ascii));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
