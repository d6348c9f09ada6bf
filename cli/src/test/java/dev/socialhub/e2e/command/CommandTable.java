package dev.socialhub.e2e.command;

import java.util.List;

/** A row for each command of the tool. A new command is one more line here. */
final class CommandTable {
    static final List<Row> ROWS =
            List.of(
                    row("up")
                            .works("up --detach")
                            .wrong("up --instances posts")
                            .fails(4, "up --only mail")
                            .andNothingElseMeanwhile(),
                    row("restart")
                            .works("restart redis")
                            .wrong("restart")
                            .fails(4, "restart mail")
                            .fails(69, "restart redis")
                            .andNothingElseMeanwhile(),
                    row("down")
                            .worksAnywhere("down")
                            .wrong("down --execute")
                            .failsThere(5, "down --purge"),
                    row("status").works("status").wrong("status all").fails(69, "status"),
                    row("logs")
                            .works("logs -n 5 gateway")
                            .wrong("logs -n -1")
                            .fails(4, "logs mail"),
                    row("verify")
                            .works("verify --stage 3")
                            .wrong("verify --stage 5")
                            .fails(69, "verify")
                            .failsThere(4, "verify --only mail")
                            .oneAfterAnother(),
                    row("doctor").works("doctor").wrong("doctor now").fails(3, "doctor"),
                    row("top").works("top --count 1").wrong("top --count 0").fails(69, "top"),
                    row("topics diff")
                            .works("topics diff")
                            .wrong("topics diff all")
                            .fails(69, "topics diff"),
                    row("topics apply")
                            .works("topics apply")
                            .wrong("topics apply all")
                            .fails(69, "topics apply"),
                    row("db check")
                            .works("db check")
                            .wrong("db check -o text")
                            .fails(69, "db check")
                            .failsThere(4, "db check mail")
                            .oneAfterAnother(),
                    row("db repair")
                            .works("db repair posts")
                            .wrong("db repair -o text")
                            .fails(69, "db repair")
                            .failsThere(4, "db repair mail")
                            .oneAfterAnother(),
                    row("projections verify")
                            .works("projections verify posts")
                            .wrong("projections verify -o text")
                            .fails(69, "projections verify")
                            .failsThere(4, "projections verify mail")
                            .oneAfterAnother(),
                    row("projections rebuild")
                            .works("projections rebuild posts")
                            .wrong("projections rebuild -o text")
                            .fails(69, "projections rebuild")
                            .failsThere(4, "projections rebuild mail")
                            .oneAfterAnother(),
                    row("config show")
                            .works("config show")
                            .wrong("config show -o text")
                            .fails(4, "config show mail"),
                    row("config validate")
                            .works("config validate")
                            .wrong("config validate all")
                            .fails(3, "config validate"),
                    row("context list")
                            .worksAnywhere("context list")
                            .wrong("context list all")
                            .neverFails(),
                    row("context use")
                            .worksAnywhere("context use local")
                            .wrong("context use")
                            .fails(4, "context use mail"),
                    row("support-bundle")
                            .works("support-bundle {new}")
                            .wrong("support-bundle --log-megabytes 0")
                            .fails(5, "support-bundle /dev/null")
                            .fails(1, "support-bundle /nonexistent/bundle.tar.gz")
                            .oneAfterAnother(),
                    row("schema")
                            .worksAnywhere("schema")
                            .wrong("schema --all")
                            .fails(4, "schema logs"),
                    row("completion")
                            .worksAnywhere("completion bash")
                            .wrong("completion fish")
                            .neverFails(),
                    row("make-man-pages")
                            .worksAnywhere("make-man-pages {new}")
                            .wrong("make-man-pages")
                            .fails(1, "make-man-pages /dev/null/man1"),
                    row("make-caches")
                            .provenBy("dev.socialhub.e2e.AotCacheIT")
                            .wrong("make-caches posts")
                            .fails(69, "make-caches"),
                    row("version").worksAnywhere("version").wrong("version 2").neverFails());

    private CommandTable() {}

    private static Row row(String path) {
        return Row.of(path);
    }
}
