package org.sagrada.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.sagrada", importOptions = ImportOption.DoNotIncludeTests.class)
class StorageArchitectureTest {

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("org.sagrada.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sagrada.pidp..", "org.sagrada.token..", "org.sagrada.client..");

    @ArchTest
    static final ArchRule NO_OBJECT_RELATIONAL_MAPPING = noClasses()
            .that()
            .resideInAPackage("org.sagrada.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.data..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_PROTOCOL = classes()
            .that()
            .resideInAPackage("org.sagrada.storage.bso..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.sagrada.storage.v20..",
                    "org.sagrada.storage.v15..",
                    "org.sagrada.storage.wire..",
                    "org.sagrada.storage.auth..",
                    "jakarta.servlet..",
                    "org.springframework.web..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule THE_PROTOCOLS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("org.sagrada.storage.v20..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sagrada.storage.v15..");
}
