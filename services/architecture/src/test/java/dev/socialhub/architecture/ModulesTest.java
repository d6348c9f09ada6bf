package dev.socialhub.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;

/** Which module may depend on which. */
@AnalyzeClasses(
        packages = "dev.socialhub",
        importOptions = {HandWritten.class, WithoutLoadGenerator.class, DoNotIncludeTests.class})
class ModulesTest {

    /** The generator's only package that the tool uses. */
    private static final String LOAD_FORMAT = "dev.socialhub.loadtest.format..";

    private static final String LOAD_SOCKET = "dev.socialhub.loadtest.socket..";

    @ArchTest
    static final ArchRule modulesKnowOnlyThoseBelowThem =
            withServices(
                            layeredArchitecture()
                                    .consideringOnlyDependenciesInLayers()
                                    .layer("manifest")
                                    .definedBy("dev.socialhub.manifest..")
                                    .layer("contracts")
                                    .definedBy("dev.socialhub.contracts..")
                                    .layer("shared")
                                    .definedBy("dev.socialhub.shared..")
                                    .layer("messaging")
                                    .definedBy("dev.socialhub.messaging..")
                                    .layer("ops")
                                    .definedBy("dev.socialhub.ops..")
                                    .layer("people")
                                    .definedBy("dev.socialhub.people..")
                                    .layer("mongo")
                                    .definedBy("dev.socialhub.mongo..")
                                    .layer("backing")
                                    .definedBy("dev.socialhub.backing..")
                                    .layer("testkit")
                                    .definedBy("dev.socialhub.testkit..")
                                    .layer("gateway")
                                    .definedBy("dev.socialhub.gateway..")
                                    .layer("openapi")
                                    .definedBy("dev.socialhub.openapi..")
                                    .layer("load format")
                                    .definedBy(LOAD_FORMAT)
                                    .layer("cli")
                                    .definedBy("dev.socialhub.cli..")
                                    .whereLayer("manifest")
                                    .mayNotAccessAnyLayer()
                                    .whereLayer("openapi")
                                    .mayOnlyAccessLayers("manifest")
                                    .whereLayer("load format")
                                    .mayNotAccessAnyLayer()
                                    .whereLayer("contracts")
                                    .mayNotAccessAnyLayer()
                                    .whereLayer("backing")
                                    .mayNotAccessAnyLayer()
                                    .whereLayer("testkit")
                                    .mayOnlyAccessLayers("backing")
                                    .whereLayer("testkit")
                                    .mayNotBeAccessedByAnyLayer()
                                    .whereLayer("shared")
                                    .mayOnlyAccessLayers("manifest", "contracts")
                                    .whereLayer("messaging")
                                    .mayOnlyAccessLayers("contracts", "shared")
                                    .whereLayer("ops")
                                    .mayOnlyAccessLayers("contracts", "shared", "messaging")
                                    .whereLayer("people")
                                    .mayOnlyAccessLayers("contracts", "shared", "messaging", "ops")
                                    .whereLayer("mongo")
                                    .mayOnlyAccessLayers("contracts", "shared", "messaging", "ops")
                                    .whereLayer("gateway")
                                    .mayOnlyAccessLayers("manifest", "contracts", "shared", "ops")
                                    .whereLayer("cli")
                                    .mayOnlyAccessLayers(
                                            "manifest", "contracts", "backing", "load format"))
                    .because(
                            "services communicate by HTTP and events alone, so that each"
                                    + " can be started, scaled and replaced by itself");

    /** Every service behind the gateway is a layer that no other depends on. */
    private static LayeredArchitecture withServices(LayeredArchitecture kit) {
        LayeredArchitecture all = kit;
        for (ServiceEntry service : PlatformManifest.packaged().behindGateway()) {
            String name = service.name();
            all =
                    all.layer(name)
                            .definedBy("dev.socialhub." + name.replace("-", "") + "..")
                            .whereLayer(name)
                            .mayNotBeAccessedByAnyLayer();
        }
        return all;
    }

    /**
     * A module's own package, which holds what its features share and what starts them, is none.
     */
    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("dev.socialhub.(*).(*)..")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(
                            DescribedPredicate.describe(
                                    "the table of all events",
                                    type -> type.getSimpleName().equals("EventType")),
                            DescribedPredicate.alwaysTrue())
                    .because("features that need each other can't be understood or moved alone");

    @ArchTest
    static final ArchRule contractsAreWordsOnly =
            noClasses()
                    .that()
                    .resideInAPackage("dev.socialhub.contracts..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.inject..",
                            "io.micronaut.context..",
                            "io.micronaut.http..",
                            "io.micronaut.data..",
                            "org.apache.kafka..",
                            "java.sql..",
                            "java.net.http..",
                            "java.nio.file..")
                    .because("contracts between services have no beans and do no I/O");

    @ArchTest
    static final ArchRule theToolRunsTheGeneratorAsAProcess =
            noClasses()
                    .that()
                    .resideInAPackage("dev.socialhub.cli..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.socialhub.loadtest..")
                                    .and(not(resideInAnyPackage(LOAD_FORMAT, LOAD_SOCKET))))
                    .because(
                            "they exchange files and messages, and share their format; beyond that"
                                    + " only the small client of Socket.IO, which has no library");

    @ArchTest
    static final ArchRule loadFormatNeedsNoLibrary =
            classes()
                    .that()
                    .resideInAPackage(LOAD_FORMAT)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            LOAD_FORMAT,
                            "java..",
                            "com.fasterxml.jackson.annotation..",
                            "org.jspecify.annotations..")
                    .because("the tool has none of the generator's libraries on its class path");

    @ArchTest
    static final ArchRule theKitHasNoBusiness =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.socialhub.shared..", "dev.socialhub.messaging..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.socialhub.contracts.user..",
                            "dev.socialhub.contracts.post..",
                            "dev.socialhub.contracts.account..",
                            "dev.socialhub.contracts.chat..")
                    .because("code that three services use does not depend on posts or users");

    @ArchTest
    static final ArchRule nobodyLearnsFromTheTests =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.junit..", "org.assertj..", "org.awaitility..")
                    .because("a program is started without its tests' libraries");
}
