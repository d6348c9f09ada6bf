package dev.socialhub.cli.load.result;

import java.util.function.Function;

/**
 * A column of a table of results, as a terminal and the page show it.
 *
 * @param header on a terminal; empty if it isn't shown there
 * @param title on the page
 * @param cell the text of its cell for one result
 */
public record ResultColumn<T>(String header, String title, Kind kind, Function<T, String> cell) {

    /** How its cells look. */
    public enum Kind {
        TEXT,
        NUMBER,
        VERDICT
    }

    static <T> ResultColumn<T> text(String header, String title, Function<T, String> cell) {
        return new ResultColumn<>(header, title, Kind.TEXT, cell);
    }

    static <T> ResultColumn<T> number(String header, String title, Function<T, String> cell) {
        return new ResultColumn<>(header, title, Kind.NUMBER, cell);
    }

    static <T> ResultColumn<T> verdict(Function<T, GoalVerdict> cell) {
        return new ResultColumn<>(
                "VERDICT", "verdict", Kind.VERDICT, result -> cell.apply(result).name());
    }
}
