package dev.socialhub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may depend on which. */
@AnalyzeClasses(
        packages = "dev.socialhub",
        importOptions = {HandWritten.class, DoNotIncludeTests.class})
class ModulesTest {

    @ArchTest
    static final ArchRule modulesKnowOnlyThoseBelowThem =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
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
                    .layer("backing")
                    .definedBy("dev.socialhub.backing..")
                    .layer("gateway")
                    .definedBy("dev.socialhub.gateway..")
                    .layer("auth")
                    .definedBy("dev.socialhub.auth..")
                    .layer("users")
                    .definedBy("dev.socialhub.users..")
                    .layer("posts")
                    .definedBy("dev.socialhub.posts..")
                    .layer("notifications")
                    .definedBy("dev.socialhub.notifications..")
                    .layer("cli")
                    .definedBy("dev.socialhub.cli..")
                    .whereLayer("contracts")
                    .mayNotAccessAnyLayer()
                    .whereLayer("backing")
                    .mayNotAccessAnyLayer()
                    .whereLayer("shared")
                    .mayOnlyAccessLayers("contracts")
                    .whereLayer("messaging")
                    .mayOnlyAccessLayers("contracts", "shared")
                    .whereLayer("ops")
                    .mayOnlyAccessLayers("contracts", "shared", "messaging")
                    .whereLayer("people")
                    .mayOnlyAccessLayers("contracts", "shared", "messaging", "ops")
                    .whereLayer("gateway")
                    .mayOnlyAccessLayers("contracts", "shared", "ops")
                    .whereLayer("auth")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("users")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("posts")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("notifications")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("cli")
                    .mayOnlyAccessLayers("contracts", "backing")
                    .because(
                            "services communicate by HTTP and events alone, so that each"
                                    + " can be started, scaled and replaced by itself");

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
    static final ArchRule theKitHasNoBusiness =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.socialhub.shared..", "dev.socialhub.messaging..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.socialhub.contracts.user..",
                            "dev.socialhub.contracts.post..",
                            "dev.socialhub.contracts.account..")
                    .because("code that three services use does not depend on posts or users");

    @ArchTest
    static final ArchRule nobodyLearnsFromTheTests =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.junit..", "org.assertj..", "org.awaitility..")
                    .because("a program is started without its tests' libraries");
}
