package dev.socialhub.cli.load.report;

import dev.socialhub.cli.load.result.ResultColumn;
import java.util.ArrayList;
import java.util.List;

/** A table of a page; the first column of each row names it, verdicts have their colour. */
final class HtmlTable {
    private static final List<String> VERDICTS = List.of("met", "missed", "invalid", "unjudged");

    private final List<String> headers = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder();

    /** A table of results. */
    static <T> String of(List<ResultColumn<T>> columns, List<T> results) {
        HtmlTable table = new HtmlTable();
        for (ResultColumn<T> column : columns) {
            switch (column.kind()) {
                case TEXT, VERDICT -> table.text(column.title());
                case NUMBER -> table.number(column.title());
            }
        }
        for (T result : results) {
            table.row(
                    columns.stream()
                            .map(column -> column.cell().apply(result))
                            .toArray(String[]::new));
        }
        return table.html();
    }

    HtmlTable text(String header) {
        headers.add(header);
        kinds.add("text");
        return this;
    }

    HtmlTable number(String header) {
        headers.add(header);
        kinds.add("number");
        return this;
    }

    void row(String... cells) {
        rows.append("<tr>");
        for (int i = 0; i < cells.length; i++) {
            String tag = i == 0 ? "th scope=\"row\"" : "td";
            String cell = ReportHtml.text(cells[i]);
            rows.append("<%s class=\"%s\">".formatted(tag, kinds.get(i)))
                    .append(
                            VERDICTS.contains(cells[i])
                                    ? "<span class=\"verdict %s\">%s</span>".formatted(cell, cell)
                                    : cell)
                    .append(i == 0 ? "</th>" : "</td>");
        }
        rows.append("</tr>\n");
    }

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
        for (int i = 0; i < headers.size(); i++) {
            html.append(
                    "<th scope=\"col\" class=\"%s\">%s</th>"
                            .formatted(kinds.get(i), ReportHtml.text(headers.get(i))));
        }
        return html.append("</tr></thead>\n<tbody>\n")
                .append(rows)
                .append("</tbody>\n</table></div>\n")
                .toString();
    }
}
