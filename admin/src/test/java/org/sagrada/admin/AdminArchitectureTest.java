package org.sagrada.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.sagrada.admin", importOptions = ImportOption.DoNotIncludeTests.class)
class AdminArchitectureTest {

    @ArchTest
    static final ArchRule THE_SERVICES_ARE_ASKED_OVER_HTTP = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.sagrada.pidp..",
                    "org.sagrada.token..",
                    "org.sagrada.storage..",
                    "org.springframework..",
                    "java.sql..");
}
