package chainrule;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What may know what inside the engine. */
@AnalyzeClasses(packages = "chainrule", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Raise this as the engine grows: a rule that looks at nothing always holds. */
    private static final int CLASSES_AT_LEAST = 250;

    /**
     * Which packages each package may use, besides the language that all speak; {@code op.*} stands for every shelf but the
     * sources.
     */
    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            entry("language", Set.of()),
            entry("tensor", Set.of()),
            entry("kernel", Set.of("tensor")),
            entry("data", Set.of("tensor")),
            entry("op", Set.of("tensor", "kernel")),
            entry("op.*", Set.of("tensor", "kernel", "op", "op.source")),
            entry("op.source", Set.of("tensor", "kernel", "op", "data")),
            entry("graph", Set.of("tensor", "kernel", "op")),
            entry("block", Set.of("tensor", "kernel", "op", "op.*", "op.source", "graph")),
            entry("exec", Set.of("tensor", "kernel", "op", "graph", "block")),
            entry("trace", Set.of("tensor", "kernel", "op", "graph", "block", "exec")),
            entry("health", Set.of("tensor", "op", "graph", "block", "exec", "trace")),
            entry("train", Set.of("tensor", "kernel", "op", "graph", "block", "exec", "trace", "data", "health")),
            entry("check", Set.of("tensor", "kernel", "op", "graph", "block", "exec", "trace")),
            entry("predict", Set.of("tensor", "op", "graph", "block", "exec", "trace")),
            entry("io", Set.of("tensor", "op", "graph", "block", "train", "data")),
            entry("export", Set.of("tensor", "op", "graph", "block", "train", "data", "io")),
            entry("program", Set.of("tensor", "op", "graph", "io")),
            entry("catalog", Set.of("op", "op.*", "op.source", "block")));

    private static final DescribedPredicate<JavaClass> IN_A_NULL_MARKED_PACKAGE = DescribedPredicate.describe(
            "be in a package marked @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class));

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("chainrule.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EACH_PACKAGE_KNOWS_ONLY_THOSE_BELOW = layers();

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
                    .or(resideInAPackage("java.awt..").and(not(resideInAPackage("java.awt.image")))));

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Info|Handler)");

    @ArchTest
    static final ArchRule NULL_IS_DECLARED_OR_DOES_NOT_EXIST =
            classes().should(ArchCondition.from(IN_A_NULL_MARKED_PACKAGE));

    @ArchTest
    static void theImportFoundTheEngine(JavaClasses found) {
        assertThat(found).hasSizeGreaterThanOrEqualTo(CLASSES_AT_LEAST);
    }

    private static ArchRule layers() {
        LayeredArchitecture rule =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String layer : KNOWS.keySet()) {
            rule = rule.layer(layer).definedBy(inLayer(layer));
        }
        for (var known : KNOWS.entrySet()) {
            var layer = rule.whereLayer(known.getKey());
            Set<String> below = new HashSet<>(known.getValue());
            below.add("language");
            rule = layer.mayOnlyAccessLayers(below.toArray(String[]::new));
        }
        return rule.as("each package knows only those below it (see ARCHITECTURE.md)");
    }

    private static DescribedPredicate<JavaClass> inLayer(String layer) {
        var inside = resideInAPackage("chainrule." + layer);
        return layer.equals("op.*") ? inside.and(not(resideInAPackage("chainrule.op.source"))) : inside;
    }
}
