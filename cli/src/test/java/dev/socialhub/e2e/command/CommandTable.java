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
                            .works("logs --trace 4bf92f3577b34da6a3ce929d0e0e4736")
                            .wrong("logs -n -1")
                            .wrong("logs --trace 4bf9")
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
                    row("stop")
                            .provenBy("dev.socialhub.e2e.BusIT")
                            .wrong("stop")
                            .fails(4, "stop mail"),
                    row("topics list")
                            .works("topics list")
                            .wrong("topics list -o text")
                            .fails(69, "topics list"),
                    row("topics describe")
                            .works("topics describe USER_TOPIC")
                            .wrong("topics describe")
                            .failsThere(4, "topics describe NOBODYS_TOPIC")
                            .fails(69, "topics describe USER_TOPIC"),
                    row("topics create")
                            .works("topics create USER_TOPIC")
                            .wrong("topics create")
                            .fails(69, "topics create shadow"),
                    row("topics alter")
                            .works("topics alter USER_TOPIC --partitions 7")
                            .wrong("topics alter USER_TOPIC")
                            .failsThere(5, "topics alter USER_TOPIC --partitions 1")
                            .failsThere(4, "topics alter NOBODYS_TOPIC --partitions 7"),
                    row("topics delete")
                            .provenBy("dev.socialhub.e2e.BusIT")
                            .wrong("topics delete")
                            .failsThere(5, "topics delete USER_TOPIC")
                            .failsThere(4, "topics delete NOBODYS_TOPIC"),
                    row("groups list")
                            .works("groups list")
                            .wrong("groups list -o text")
                            .fails(69, "groups list"),
                    row("groups lag")
                            .works("groups lag")
                            .wrong("groups lag -o text")
                            .failsThere(4, "groups lag nobodys-group")
                            .fails(69, "groups lag"),
                    row("groups reset")
                            .provenBy("dev.socialhub.e2e.BusIT")
                            .wrong("groups reset posts --topic USER_TOPIC")
                            .failsThere(
                                    5,
                                    "groups reset posts --topic USER_TOPIC --to earliest --execute")
                            .failsThere(
                                    4, "groups reset nobodys-group --topic USER_TOPIC --to latest"),
                    row("events tail")
                            .works("events tail --no-follow -n 1")
                            .wrong("events tail -n -1")
                            .failsThere(4, "events tail --no-follow --topic NOBODYS_TOPIC")
                            .fails(69, "events tail"),
                    row("events show")
                            .provenBy("dev.socialhub.e2e.BusIT")
                            .wrong("events show")
                            .failsThere(4, "events show 01920000-0000-7000-8000-000000000001")
                            .fails(69, "events show 01920000-0000-7000-8000-000000000001"),
                    row("events trace")
                            .provenBy("dev.socialhub.e2e.BusIT")
                            .wrong("events trace")
                            .failsThere(4, "events trace 01920000-0000-7000-8000-000000000001")
                            .fails(69, "events trace 01920000-0000-7000-8000-000000000001"),
                    row("events replay")
                            .works("events replay --topic POST_TOPIC")
                            .wrong("events replay")
                            .failsThere(5, "events replay --topic POST_TOPIC --to-topic USER_TOPIC")
                            .failsThere(4, "events replay --topic NOBODYS_TOPIC")
                            .fails(69, "events replay --topic POST_TOPIC"),
                    row("dlt list")
                            .works("dlt list")
                            .wrong("dlt list -o text")
                            .fails(69, "dlt list"),
                    row("dlt show")
                            .works("dlt show posts")
                            .wrong("dlt show")
                            .failsThere(4, "dlt show nobodys-group")
                            .fails(69, "dlt show posts"),
                    row("dlt retry")
                            .works("dlt retry posts")
                            .wrong("dlt retry")
                            .failsThere(4, "dlt retry nobodys-group")
                            .fails(69, "dlt retry posts"),
                    row("dlt purge")
                            .provenBy("dev.socialhub.e2e.DeadLetterIT")
                            .wrong("dlt purge")
                            .failsThere(4, "dlt purge nobodys-group")
                            .fails(69, "dlt purge posts"),
                    row("outbox status")
                            .works("outbox status")
                            .wrong("outbox status -o text")
                            .failsThere(4, "outbox status mail")
                            .fails(69, "outbox status"),
                    row("outbox flush")
                            .works("outbox flush")
                            .wrong("outbox flush --timeout soon")
                            .failsThere(4, "outbox flush mail")
                            .fails(69, "outbox flush"),
                    row("db migrate")
                            .works("db migrate")
                            .wrong("db migrate -o text")
                            .fails(69, "db migrate")
                            .failsThere(4, "db migrate mail")
                            .oneAfterAnother(),
                    row("counters verify")
                            .works("counters verify users")
                            .wrong("counters verify -o text")
                            .failsThere(4, "counters verify mail")
                            .fails(69, "counters verify"),
                    row("counters recount")
                            .works("counters recount users")
                            .wrong("counters recount -o text")
                            .failsThere(4, "counters recount mail")
                            .fails(69, "counters recount"),
                    row("media sweep")
                            .works("media sweep")
                            .wrong("media sweep -o text")
                            .fails(69, "media sweep"),
                    row("search reindex")
                            .works("search reindex --execute")
                            .wrong("search reindex -o text")
                            .fails(69, "search reindex"),
                    row("checksum")
                            .works("checksum")
                            .wrong("checksum --compare")
                            .failsThere(4, "checksum mail")
                            .fails(69, "checksum"),
                    row("users list")
                            .works("users list --limit 3")
                            .wrong("users list --limit 0")
                            .fails(69, "users list"),
                    row("users show")
                            .provenBy("dev.socialhub.e2e.DerivedDataIT")
                            .wrong("users show")
                            .failsThere(4, "users show nobody.is.called.so")
                            .fails(69, "users show nobody"),
                    row("seed")
                            .provenBy("dev.socialhub.e2e.SeedIT")
                            .wrong("seed --profile huge")
                            .fails(69, "seed"),
                    row("load list")
                            .worksAnywhere("load list")
                            .wrong("load list all")
                            .fails(1, "load list"),
                    row("load run")
                            .provenBy("dev.socialhub.e2e.LoadIT")
                            .wrong("load run follow --rate 0")
                            .failsThere(4, "load run nobodys-profile")
                            .failsThere(4, "load run follow --compare nothing"),
                    row("load calibrate")
                            .worksAnywhere("load calibrate --probe hash --duration 1s")
                            .wrong("load calibrate --duration 0s")
                            .failsThere(4, "load calibrate --probe guess"),
                    row("load history")
                            .worksAnywhere("load history")
                            .wrong("load history a b")
                            .neverFails(),
                    row("config show")
                            .works("config show")
                            .wrong("config show -o text")
                            .fails(4, "config show mail"),
                    row("config validate")
                            .works("config validate")
                            .wrong("config validate all")
                            .fails(3, "config validate"),
                    row("dashboards list")
                            .worksAnywhere("dashboards list")
                            .wrong("dashboards list all")
                            .fails(4, "dashboards list"),
                    row("dashboards check")
                            .provenBy("dev.socialhub.e2e.DashboardsIT")
                            .wrong("dashboards check --prometheus nowhere")
                            .fails(69, "dashboards check")
                            .fails(69, "dashboards check --prometheus http://127.0.0.1:1"),
                    row("dashboards open")
                            .worksAnywhere("dashboards open")
                            .wrong("dashboards open gateway service")
                            .failsThere(4, "dashboards open mail"),
                    row("alerts list")
                            .worksAnywhere("alerts list")
                            .wrong("alerts list all")
                            .fails(4, "alerts list"),
                    row("alerts test")
                            .provenBy("dev.socialhub.e2e.DashboardsIT")
                            .wrong("alerts test all")
                            .fails(4, "alerts test"),
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
                    row("compose init")
                            .provenBy("dev.socialhub.e2e.ComposeIT")
                            .wrong("compose init now")
                            .neverFails(),
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
                    row("make-help-texts")
                            .worksAnywhere("make-help-texts {new}")
                            .wrong("make-help-texts")
                            .fails(1, "make-help-texts /dev/null/help"),
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
