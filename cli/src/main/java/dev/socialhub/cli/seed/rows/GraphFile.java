package dev.socialhub.cli.seed.rows;

import dev.socialhub.cli.terminal.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Edges in the format of public network data sets: two whole numbers a line, separated by blanks,
 * tabs or a comma. Further columns, a header line, and lines that begin with {@code #} or {@code %}
 * are ignored.
 */
public final class GraphFile {
    private static final Pattern EDGE =
            Pattern.compile("\\s*\"?(\\d{1,18})\"?\\s*[,;\\s]\\s*\"?(\\d{1,18})\"?(?:[,;\\s].*)?");
    private static final Pattern HEADER = Pattern.compile("\\s*\"?[A-Za-z_].*");
    private static final Pattern IGNORED = Pattern.compile("\\s*(?:[#%].*)?");

    private final int users;
    private final long[] edges;
    private final int repeated;
    private final int selfEdges;

    private GraphFile(int users, long[] edges, int repeated, int selfEdges) {
        this.users = users;
        this.edges = edges;
        this.repeated = repeated;
        this.selfEdges = selfEdges;
    }

    /**
     * The error for a file that isn't a list of edges; the message contains the place and the
     * reason.
     */
    public static final class Malformed extends IOException {
        private Malformed(String message) {
            super(message);
        }
    }

    /**
     * Reads all of it.
     *
     * @throws Malformed if a line is no edge, or there is none
     */
    public static GraphFile read(Reader text) throws IOException {
        Numbers from = new Numbers();
        Numbers to = new Numbers();
        int selfEdges = 0;
        boolean begun = false;
        try (BufferedReader lines = new BufferedReader(text)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                boolean header = !begun && HEADER.matcher(line).matches();
                if (header || IGNORED.matcher(line).matches()) {
                    begun |= header;
                    continue;
                }
                begun = true;
                Matcher edge = EDGE.matcher(line);
                if (!edge.matches()) {
                    throw new Malformed("line " + number + " isn't an edge: " + brief(line));
                }
                long one = Long.parseLong(edge.group(1));
                long other = Long.parseLong(edge.group(2));
                if (one == other) {
                    selfEdges++;
                } else {
                    from.add(one);
                    to.add(other);
                }
            }
        }
        if (from.count == 0) {
            throw new Malformed("no line is an edge");
        }
        return of(from.all(), to.all(), selfEdges);
    }

    /** How many different numbers there are. */
    public int users() {
        return users;
    }

    /** How many different edges there are. */
    public int follows() {
        return edges.length;
    }

    /** How many edges were repeated. */
    public int repeated() {
        return repeated;
    }

    /** How many edges had the same user at both ends. */
    public int selfEdges() {
        return selfEdges;
    }

    /** The graph, of at least this many users. */
    GraphFromFile among(int users) {
        return new GraphFromFile(edges, users);
    }

    /** Equal for files that describe the same graph. */
    String digest() {
        ByteBuffer bytes = ByteBuffer.allocate(edges.length * Long.BYTES);
        bytes.asLongBuffer().put(edges);
        return HexFormat.of().formatHex(DataSet.sha256(bytes.array()));
    }

    private static GraphFile of(long[] from, long[] to, int selfEdges) {
        long[] users = Arrays.copyOf(from, from.length + to.length);
        System.arraycopy(to, 0, users, from.length, to.length);
        users = distinct(users);
        long[] edges = new long[from.length];
        for (int i = 0; i < edges.length; i++) {
            edges[i] =
                    Blocks.pair(
                            Arrays.binarySearch(users, from[i]), Arrays.binarySearch(users, to[i]));
        }
        long[] once = distinct(edges);
        return new GraphFile(users.length, once, edges.length - once.length, selfEdges);
    }

    private static long[] distinct(long[] numbers) {
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private static String brief(String line) {
        String text = Printable.line(line);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** A growing list of longs. */
    private static final class Numbers {
        private long[] numbers = new long[1_024];
        private int count;

        void add(long number) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = number;
        }

        long[] all() {
            return Arrays.copyOf(numbers, count);
        }
    }
}
