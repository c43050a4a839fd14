package org.sagrada.loadtest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.sagrada.loadtest", importOptions = ImportOption.DoNotIncludeTests.class)
class LoadTestArchitectureTest {

    @ArchTest
    static final ArchRule THE_SERVICES_ARE_ASKED_OVER_HTTP = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.sagrada.pidp..",
                    "org.sagrada.token..",
                    "org.sagrada.storage.auth..",
                    "org.sagrada.storage.v15..",
                    "org.sagrada.storage.v20..",
                    "org.sagrada.storage.wire..");

    @ArchTest
    static final ArchRule MEASURING_KNOWS_NOTHING_OF_WHAT_IS_MEASURED = noClasses()
            .that()
            .resideInAPackage("org.sagrada.loadtest.measure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.sagrada.loadtest.storage..", "org.sagrada.loadtest.host..", "org.sagrada.storage..");
}
