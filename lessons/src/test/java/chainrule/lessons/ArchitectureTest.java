package chainrule.lessons;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Lessons know the graph and no screen; the rules of style are held by the editor's test, which sees every module. */
@AnalyzeClasses(packages = "chainrule.lessons", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Raise this as the module grows: a rule that looks at nothing always holds. */
    private static final int CLASSES_AT_LEAST = 7;

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("chainrule.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NEITHER_SCREEN_NOR_ARRAYS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "org.nd4j..", "org.bytedeco..", "chainrule.kernel..");

    @ArchTest
    static void theImportFoundTheModule(JavaClasses found) {
        assertThat(found).hasSizeGreaterThanOrEqualTo(CLASSES_AT_LEAST);
    }
}
