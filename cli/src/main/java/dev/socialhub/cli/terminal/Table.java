package dev.socialhub.cli.terminal;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.Styler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Rows under headers without borders, so that a column can be cut out by a script. */
public final class Table {
    /** The blanks before the first cell, which may contain colour codes already. */
    private static final Pattern MARGIN = Pattern.compile("^((?:\u001b\\[\\d+m)?) ");

    private static final int MIN_COLUMN_WIDTH = 8;
    private static final int COLUMN_GAP = 2;

    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final List<UnaryOperator<String>> styles = new ArrayList<>();

    /** A column of text. */
    public Table text(String header) {
        return text(header, UnaryOperator.identity());
    }

    /** A column of text whose cells are coloured after they were aligned. */
    public Table text(String header, UnaryOperator<String> style) {
        return column(header, HorizontalAlign.LEFT, style);
    }

    /** A column of numbers, aligned to the right. */
    public Table number(String header) {
        return column(header, HorizontalAlign.RIGHT, UnaryOperator.identity());
    }

    /** One row; it has as many cells as there are columns. */
    public Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(cells.clone());
        return this;
    }

    /**
     * The table with a line break after every row and no blanks at the ends of lines; on a terminal
     * no wider than the terminal, if possible.
     */
    public String render() {
        // Set by the launching script if standard output is a terminal; a pipe has no width.
        return render(Integer.getInteger("socialhub.terminal.columns", 0));
    }

    /**
     * The same for a given width: texts are cut until it fits, numbers and headers never.
     *
     * @param width in columns; 0 for as wide as it takes
     */
    String render(int width) {
        int[] widths = widths(width);
        String[][] cells = rows.stream().map(row -> cut(row, widths)).toArray(String[][]::new);
        String drawn =
                AsciiTable.builder()
                        .border(AsciiTable.NO_BORDERS)
                        .lineSeparator("\n")
                        .styler(new CellStyler(List.copyOf(styles)))
                        .data(columns.toArray(Column[]::new), cells)
                        .asString();
        StringBuilder text = new StringBuilder();
        drawn.lines()
                .map(line -> MARGIN.matcher(line).replaceFirst("$1"))
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The width of each column: the widest text is cut first. */
    private int[] widths(int width) {
        int[] widths = new int[columns.size()];
        int[] least = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int header = String.valueOf(columns.get(i).getHeader()).length();
            widths[i] =
                    rows.stream().mapToInt(row -> row[column].length()).reduce(header, Math::max);
            boolean text = columns.get(i).getDataAlign() == HorizontalAlign.LEFT;
            least[i] = text ? Math.min(widths[i], Math.max(header, MIN_COLUMN_WIDTH)) : widths[i];
        }
        int total = Arrays.stream(widths).sum() + COLUMN_GAP * (widths.length - 1);
        while (width > 0 && total > width) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return widths;
            }
            widths[widest]--;
            total--;
        }
        return widths;
    }

    private static String[] cut(String[] row, int[] widths) {
        String[] cut = row.clone();
        for (int i = 0; i < cut.length; i++) {
            if (cut[i].length() > widths[i]) {
                cut[i] = cut[i].substring(0, widths[i] - 1) + "…";
            }
        }
        return cut;
    }

    private Table column(String header, HorizontalAlign align, UnaryOperator<String> style) {
        columns.add(new Column().header(header).headerAlign(align).dataAlign(align).maxWidth(200));
        styles.add(style);
        return this;
    }

    private record CellStyler(List<UnaryOperator<String>> styles) implements Styler {
        @Override
        public List<String> styleCell(Column column, int row, int col, List<String> lines) {
            return lines.stream().map(styles.get(col)).toList();
        }
    }
}
