package dev.socialhub.cli.config;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/**
 * The document of {@code config show}.
 *
 * @param defaults how many settings are left out because they are at their defaults
 */
@JsonPropertyOrder({"version", "settings", "defaults"})
record ConfigReport(int version, List<Setting> settings, int defaults) {
    private static final int VERSION = 1;

    ConfigReport {
        settings = List.copyOf(settings);
    }

    static ConfigReport of(List<Setting> settings, boolean all) {
        List<Setting> shown = settings.stream().filter(setting -> all || !setting.usual()).toList();
        return new ConfigReport(VERSION, shown, settings.size() - shown.size());
    }

    String table() {
        Table table =
                new Table()
                        .text("SERVICE")
                        .text("SETTING")
                        .text("VALUE")
                        .text("FROM")
                        .text("MEANING");
        for (Setting setting : settings) {
            table.row(
                    setting.service(),
                    setting.name(),
                    setting.cell(),
                    setting.source().toString(),
                    setting.meaning());
        }
        return table.render();
    }

    /** The instances that would have other settings after a restart. */
    List<String> outdated() {
        return settings.stream().filter(Setting::differs).map(Setting::service).distinct().toList();
    }
}
