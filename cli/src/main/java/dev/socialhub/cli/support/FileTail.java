package dev.socialhub.cli.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The last part of a file that may be huge, from the beginning of a line on. */
final class FileTail {
    private FileTail() {}

    /**
     * Whole lines only: a secret that is cut off would not be recognised.
     *
     * @param most bytes to read
     */
    static String of(Path file, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long begin = Math.max(0, channel.size() - most);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - begin));
            while (bytes.hasRemaining() && channel.read(bytes, begin + bytes.position()) > 0) {
                // Until the end of the file, which may have been truncated meanwhile.
            }
            String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
            if (begin == 0) {
                return text;
            }
            int lineBreak = text.indexOf('\n');
            return lineBreak < 0 ? "" : text.substring(lineBreak + 1);
        }
    }
}
