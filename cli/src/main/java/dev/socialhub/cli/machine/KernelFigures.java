package dev.socialhub.cli.machine;

/** Reads lines such as {@code MemAvailable: 24117248 kB}. */
final class KernelFigures {
    private KernelFigures() {}

    static long bytes(String line) {
        String digits = line.replaceAll("\\D+", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits) * 1024;
    }
}
