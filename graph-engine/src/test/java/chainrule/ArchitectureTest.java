package chainrule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** What may know what inside the engine. */
@AnalyzeClasses(packages = "chainrule", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Raise this as the engine grows: a rule that looks at nothing always holds. */
    private static final int CLASSES_AT_LEAST = 10;

    private static final DescribedPredicate<JavaClass> SOURCES = resideInAPackage("chainrule.op.source..");
    private static final DescribedPredicate<JavaClass> SHELVES =
            resideInAPackage("chainrule.op.*..").and(DescribedPredicate.not(SOURCES));

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("chainrule.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EACH_PACKAGE_KNOWS_ONLY_THOSE_BELOW = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("tensor")
            .definedBy("chainrule.tensor")
            .layer("kernel")
            .definedBy("chainrule.kernel")
            .layer("data")
            .definedBy("chainrule.data")
            .layer("op")
            .definedBy("chainrule.op")
            .layer("op.source")
            .definedBy(SOURCES)
            .layer("op.shelf")
            .definedBy(SHELVES)
            .layer("graph")
            .definedBy("chainrule.graph")
            .layer("block")
            .definedBy("chainrule.block..")
            .layer("exec")
            .definedBy("chainrule.exec")
            .layer("trace")
            .definedBy("chainrule.trace")
            .layer("train")
            .definedBy("chainrule.train")
            .layer("check")
            .definedBy("chainrule.check")
            .layer("io")
            .definedBy("chainrule.io")
            .layer("export")
            .definedBy("chainrule.export..")
            .layer("catalog")
            .definedBy("chainrule.catalog")
            .whereLayer("tensor")
            .mayNotAccessAnyLayer()
            .whereLayer("kernel")
            .mayOnlyAccessLayers("tensor")
            .whereLayer("data")
            .mayOnlyAccessLayers("tensor")
            .whereLayer("op")
            .mayOnlyAccessLayers("tensor", "kernel")
            .whereLayer("op.shelf")
            .mayOnlyAccessLayers("tensor", "kernel", "op")
            .whereLayer("op.source")
            .mayOnlyAccessLayers("tensor", "kernel", "op", "data")
            .whereLayer("graph")
            .mayOnlyAccessLayers("tensor", "kernel", "op")
            .whereLayer("block")
            .mayOnlyAccessLayers("tensor", "kernel", "op", "op.source", "op.shelf", "graph")
            .whereLayer("exec")
            .mayOnlyAccessLayers("tensor", "kernel", "op", "graph", "block")
            .whereLayer("trace")
            .mayOnlyAccessLayers("tensor", "kernel", "op", "graph", "block", "exec")
            .whereLayer("train")
            .mayOnlyAccessLayers("tensor", "kernel", "data", "op", "graph", "block", "exec", "trace")
            .whereLayer("check")
            .mayOnlyAccessLayers("tensor", "kernel", "op", "graph", "block", "exec", "trace")
            .whereLayer("io")
            .mayOnlyAccessLayers("tensor", "data", "op", "graph", "block", "train")
            .whereLayer("export")
            .mayOnlyAccessLayers("tensor", "data", "op", "graph", "block", "train", "io")
            .whereLayer("catalog")
            .mayOnlyAccessLayers("op", "op.source", "op.shelf", "block");

    @ArchTest
    static final ArchRule ND4J_STAYS_IN_KERNEL = noClasses()
            .that()
            .resideOutsideOfPackage("chainrule.kernel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_SCREEN = noClasses()
            .that()
            .resideOutsideOfPackage("chainrule.data")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..");

    @ArchTest
    static final ArchRule DATA_ONLY_DECODES_IMAGES = noClasses()
            .that()
            .resideInAPackage("chainrule.data")
            .should()
            .dependOnClassesThat(resideInAPackage("javax.swing..")
                    .or(resideInAPackage("java.awt..")
                            .and(DescribedPredicate.not(resideInAPackage("java.awt.image")))));

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Info|Handler)");

    @ArchTest
    static final ArchRule NULL_IS_DECLARED_OR_DOES_NOT_EXIST =
            classes().should().be(inANullMarkedPackage());

    @ArchTest
    static void theImportFoundTheEngine(JavaClasses found) {
        assertThat(found).hasSizeGreaterThanOrEqualTo(CLASSES_AT_LEAST);
    }

    private static DescribedPredicate<JavaClass> inANullMarkedPackage() {
        return DescribedPredicate.describe(
                "in a package marked @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }
}
