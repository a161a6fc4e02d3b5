package chainrule.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.block.BlockDefinition;
import chainrule.catalog.StandardCatalog;
import chainrule.graph.Graph;
import chainrule.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole catalogue can be read in German, and says the same there. */
class ReadingTest {
    private static final Catalog CATALOG = StandardCatalog.create();

    /** Names of the field that are the same in both languages, and labels that are formulas. */
    private static final Set<String> SAME_LABEL = Set.of(
            "param",
            "add",
            "sub",
            "mul",
            "div",
            "reciprocal",
            "maximum",
            "minimum",
            "neuron",
            "relu",
            "leaky_relu",
            "prelu",
            "elu",
            "silu",
            "swish",
            "softplus",
            "softmax",
            "dropout",
            "encoder",
            "decoder",
            "autoencoder");

    private static final Map<String, Function<Help, String>> PARTS = Map.of(
            "summary", Help::summary,
            "history", Help::history,
            "use", Help::use,
            "limits", Help::limits,
            "example", Help::example);
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|of|where|else|elsewhere|over|through|each|at|is|are|for|that|and|or|no|back|from|with|within)\\b");
    private static final int ROUNDS = 50;
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern SIGN = Pattern.compile("[=·−+/√²\\[\\]]");

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    static List<NodeType> types() {
        return List.copyOf(CATALOG.types());
    }

    @BeforeEach
    void speakGerman() {
        Language.GERMAN.speak();
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTextOfATypeIsThereAndHoldsTheSameNumbers(NodeType type) {
        Help german = type.help();
        Language.ENGLISH.speak();
        Help english = type.help();
        PARTS.forEach((name, part) -> {
            assertThat(part.apply(german))
                    .as(name)
                    .isNotEqualTo(part.apply(english))
                    .endsWith(".");
            assertThat(all(NUMBER, part.apply(german))).as(name).isEqualTo(all(NUMBER, part.apply(english)));
        });
        assertThat(all(SIGN, german.example())).isEqualTo(all(SIGN, english.example()));
        assertThat(german.source()).isEqualTo(english.source());
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeIsFoundByTheWordsOfBothLanguages(NodeType type) {
        String label = type.label();
        List<String> words = type.help().synonyms();
        Language.ENGLISH.speak();
        assertThat(words)
                .doesNotHaveDuplicates()
                .containsAll(type.help().synonyms())
                .contains(type.label())
                .hasSizeGreaterThan(type.help().synonyms().size() + 1);
        assertThat(label.equals(type.label())).as(label).isEqualTo(SAME_LABEL.contains(type.id()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySettingIsExplained(NodeType type) {
        for (Param<?> param : type.params()) {
            String german = param.help();
            Language.ENGLISH.speak();
            assertThat(german.isEmpty()).isEqualTo(param.help().isEmpty());
            assertThat(german.isEmpty() || !german.equals(param.help()))
                    .as(german)
                    .isTrue();
            assertThat(all(NUMBER, german)).isEqualTo(all(NUMBER, param.help()));
            Language.GERMAN.speak();
        }
    }

    @Test
    void inEnglishATypeSaysWhatItsFileSaysAndNoBundleIsOpened() {
        Language.ENGLISH.speak();
        NodeType type = NodeType.named("tanh")
                .label("Own")
                .category(Category.ACTIVATION)
                .params(Param.flag("on", true).explained("Same seed, same numbers."))
                .help(Help.of("Own words."))
                .values("y", settings -> Map.of())
                .build();
        assertThat(type.label()).isEqualTo("Own");
        assertThat(type.help()).isEqualTo(Help.of("Own words."));
        assertThat(type.params().get(0).help()).isEqualTo("Same seed, same numbers.");
        Language.GERMAN.speak();
        assertThat(type.label()).isEqualTo("Tangens hyperbolicus");
        assertThat(type.params().get(0).help()).isEqualTo("Gleicher Startwert, gleiche Zahlen.");
    }

    /** The quickest of many rounds counts: on a busy machine the others say nothing. */
    @Test
    void theWholeCatalogueIsReadAtTheSpeedOfAKeyStroke() {
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            types().forEach(NodeType::help);
            quickest = Math.min(quickest, System.nanoTime() - begin);
        }
        assertThat(Duration.ofNanos(quickest)).isLessThan(Duration.ofMillis(40));
    }

    @ParameterizedTest
    @EnumSource
    void everyShelfHasATitle(Category shelf) {
        String german = shelf.title();
        Language.ENGLISH.speak();
        assertThat(german).isNotBlank().isNotEqualTo(shelf.title());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void noWordsStandOnAShelfWithoutTheirType(Category shelf) {
        Set<String> parts = Stream.of("label", "summary", "history", "use", "limits", "example", "synonyms")
                .collect(Collectors.toSet());
        for (String key : bundle(shelf.name().toLowerCase(Locale.ROOT)).keySet()) {
            String[] path = key.split("\\.", 0);
            assertThat(CATALOG.find(path[0]).map(NodeType::category)).as(key).contains(shelf);
            assertThat(parts).contains(path[1]);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void noWordOfAFormulaStaysEnglish(NodeType type) {
        for (String formula : formulas(type).toList()) {
            String german = Formula.told(formula);
            assertThat(german).doesNotContainPattern(ENGLISH);
            assertThat(all(NUMBER, german)).isEqualTo(all(NUMBER, formula));
        }
    }

    @Test
    void allWordsOfFormulasAreUsed() {
        String all = Stream.concat(types().stream(), Stream.of(held()))
                        .flatMap(ReadingTest::formulas)
                        .collect(Collectors.joining("\n"))
                + "\n"
                + own().formula() + "\ncounted rows\nthe type is missing";
        for (String key : bundle("formulas").keySet()) {
            assertThat(all).contains(key.replace('_', ' '));
        }
    }

    @Test
    void wordsWithUmlautsHideNoSymbols() {
        assertThat(Formula.substitute(
                        "b̄ = Σ ȳ über r für u", symbol -> symbol.matches("[a-z]") ? symbol + "1" : symbol))
                .isEqualTo("b̄ = Σ ȳ über r1 für u1");
    }

    private static Stream<String> formulas(NodeType type) {
        return Stream.concat(
                Stream.of(type.formula()),
                type.inputs().stream()
                        .flatMap(port -> type.vjp(port).stream())
                        .flatMap(vjp -> Stream.of(vjp.formula(), vjp.tangentFormula())));
    }

    @Test
    void noSentenceExplainsASettingThatIsGone() {
        Language.ENGLISH.speak();
        Set<String> keys = Stream.concat(CATALOG.types().stream(), Stream.of(own(), held()))
                .flatMap(type -> type.params().stream())
                .map(Param::help)
                .filter(help -> !help.isEmpty())
                .map(Reading::key)
                .collect(Collectors.toSet());
        assertThat(bundle("settings").keySet()).isEqualTo(keys);
    }

    @Test
    void aBlockOfTheLearnersOwnKeepsItsNameAndSaysWhatItIs() {
        assertThat(own().label()).isEqualTo("mine");
        NodeType own = own();
        assertThat(own.help().summary()).startsWith("Ein eigener Block");
        Language.ENGLISH.speak();
        assertThat(own.help().summary()).startsWith("A block of your own");
        assertThat(Placeholder.of("strange", List.of(), List.of()).label()).isEqualTo("strange");
    }

    /** Nodes that are held have a setting and a formula of their own. */
    private static NodeType held() {
        return CATALOG.get("tanh").with(Presence.HELD);
    }

    private static NodeType own() {
        return new BlockDefinition("mine", Graph.empty(), Map.of(), Map.of(), Map.of()).type();
    }

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(
                "chainrule.op.help." + name,
                Locale.GERMAN,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What of a text looks like this, in the order of the alphabet: a sentence may be built otherwise. */
    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text.replaceAll("(?<=\\d),(?=\\d{3})", ""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
