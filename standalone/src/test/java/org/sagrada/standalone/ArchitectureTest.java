package org.sagrada.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the modules, seen from the one place that has them all on its class path. */
@AnalyzeClasses(packages = "org.sagrada", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String PIDP = "org.sagrada.pidp..";
    private static final String TOKEN = "org.sagrada.token..";
    private static final String STORAGE = "org.sagrada.storage..";

    @ArchTest
    static final ArchRule pidpKnowsNoOtherService = knowsNone(PIDP, TOKEN, STORAGE);

    @ArchTest
    static final ArchRule tokenKnowsNoOtherService = knowsNone(TOKEN, PIDP, STORAGE);

    @ArchTest
    static final ArchRule storageKnowsNoOtherService = knowsNone(STORAGE, PIDP, TOKEN);

    @ArchTest
    static final ArchRule kitKnowsNoService = knowsNone("org.sagrada.service..", PIDP, TOKEN, STORAGE);

    @ArchTest
    static final ArchRule modelAndClientKnowNoService = noClasses()
            .that()
            .resideInAnyPackage("org.sagrada.model..", "org.sagrada.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PIDP, TOKEN, STORAGE, "org.sagrada.service..", "org.springframework..");

    @ArchTest
    static final ArchRule standaloneTouchesOnlyTheFrontDoorOfAService = noClasses()
            .that()
            .resideInAPackage("org.sagrada.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sagrada.pidp.*..", "org.sagrada.token.*..", "org.sagrada.storage.*..");

    private static ArchRule knowsNone(String from, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
