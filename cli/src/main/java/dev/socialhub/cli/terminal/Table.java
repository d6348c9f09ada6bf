package dev.socialhub.cli.terminal;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.Styler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Rows under headers without borders, so that a column can be cut out by a script. */
public final class Table {
    /** The blank before the first cell, which may already be painted. */
    private static final Pattern MARGIN = Pattern.compile("^((?:\u001b\\[\\d+m)?) ");

    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final List<UnaryOperator<String>> styles = new ArrayList<>();

    /** A column of text. */
    public Table text(String header) {
        return text(header, UnaryOperator.identity());
    }

    /** A column of text whose cells are painted after they were aligned. */
    public Table text(String header, UnaryOperator<String> style) {
        return column(header, HorizontalAlign.LEFT, style);
    }

    /** A column of numbers, aligned to the right. */
    public Table number(String header) {
        return column(header, HorizontalAlign.RIGHT, UnaryOperator.identity());
    }

    /** One line; as many cells as there are columns. */
    public Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(cells.clone());
        return this;
    }

    /** The table with a line break after every row and no blanks at the ends of lines. */
    public String render() {
        String drawn =
                AsciiTable.builder()
                        .border(AsciiTable.NO_BORDERS)
                        .lineSeparator("\n")
                        .styler(new CellStyler(List.copyOf(styles)))
                        .data(columns.toArray(Column[]::new), rows.toArray(String[][]::new))
                        .asString();
        StringBuilder text = new StringBuilder();
        drawn.lines()
                .map(line -> MARGIN.matcher(line).replaceFirst("$1"))
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
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
