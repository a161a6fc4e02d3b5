package chainrule.editor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
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
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What may know what inside the editor, and the rules of style for every module above the engine. */
@AnalyzeClasses(
        packages = {"chainrule.app", "chainrule.editor", "chainrule.lessons", "chainrule.presets"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Raise this as the editor grows: a rule that looks at nothing always holds. */
    private static final int CLASSES_AT_LEAST = 180;

    private static final Set<String> PANELS = Set.of(
            "palette",
            "inspector",
            "stepper",
            "training",
            "lesson",
            "file",
            "output",
            "chain",
            "compare",
            "tour",
            "outline",
            "text",
            "watch",
            "health");

    /** Which packages of the editor each may use; the panels, the frame and {@code chainrule.app} stand above these. */
    private static final Map<String, Set<String>> KNOWS = Map.of(
            "document", Set.of(),
            "session", Set.of("document"),
            "theme", Set.of(),
            "layout", Set.of(),
            "canvas", Set.of("document", "session", "theme", "layout"),
            "picture", Set.of("document", "session", "theme", "canvas"),
            "film", Set.of("document", "session", "theme", "canvas", "picture"),
            "action", Set.of("document", "session", "theme", "canvas"),
            "part", Set.of("theme"),
            "panels", Set.of("document", "session", "theme", "canvas", "picture", "film", "action", "part"));

    private static final DescribedPredicate<JavaClass> IN_A_NULL_MARKED_PACKAGE = DescribedPredicate.describe(
            "be in a package marked @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class));

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("chainrule.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EACH_PACKAGE_KNOWS_ONLY_THOSE_BELOW = layers();

    @ArchTest
    static final ArchRule PANELS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "chainrule.editor.(" + String.join("|", PANELS) + ")..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule THEME_IS_A_LEAF = noClasses()
            .that()
            .resideInAPackage("chainrule.editor.theme..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("chainrule..").and(resideOutsideOfPackage("chainrule.editor.theme..")));

    @ArchTest
    static final ArchRule JGRAPHX_STAYS_IN_CANVAS = noClasses()
            .that()
            .resideOutsideOfPackage("chainrule.editor.canvas..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.mxgraph..");

    @ArchTest
    static final ArchRule DOCUMENT_AND_SESSION_KNOW_NO_SCREEN = noClasses()
            .that()
            .resideInAnyPackage("chainrule.editor.document..", "chainrule.editor.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "com.formdev..", "com.mxgraph..", "net.miginfocom..");

    @ArchTest
    static final ArchRule ELK_STAYS_IN_LAYOUT = noClasses()
            .that()
            .resideOutsideOfPackage("chainrule.editor.layout..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse..");

    @ArchTest
    static final ArchRule ND4J_STAYS_IN_THE_ENGINE =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_IS_PARSED_IN_APP = noClasses()
            .that()
            .resideOutsideOfPackage("chainrule.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

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
    static void theImportFoundTheEditor(JavaClasses found) {
        assertThat(found).hasSizeGreaterThanOrEqualTo(CLASSES_AT_LEAST);
    }

    private static ArchRule layers() {
        LayeredArchitecture rule = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("frame")
                .definedBy("chainrule.editor")
                .layer("app")
                .definedBy("chainrule.app")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer();
        for (String layer : KNOWS.keySet()) {
            rule = rule.layer(layer).definedBy(packages(layer));
        }
        for (var known : KNOWS.entrySet()) {
            var layer = rule.whereLayer(known.getKey());
            rule = known.getValue().isEmpty()
                    ? layer.mayNotAccessAnyLayer()
                    : layer.mayOnlyAccessLayers(known.getValue().toArray(String[]::new));
        }
        return rule.as("each package knows only those below it (see ARCHITECTURE.md)");
    }

    private static String[] packages(String layer) {
        Set<String> names = layer.equals("panels") ? PANELS : Set.of(layer);
        return names.stream().map(name -> "chainrule.editor." + name + "..").toArray(String[]::new);
    }
}
