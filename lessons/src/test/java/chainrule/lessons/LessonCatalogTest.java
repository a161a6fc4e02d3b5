package chainrule.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page of the course keeps to. */
class LessonCatalogTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Page> pages() {
        return LessonCatalog.standard().lessons().stream().flatMap(l -> l.pages().stream());
    }

    @Test
    void topicZeroIsThere() {
        Lesson lesson = LessonCatalog.standard().lesson(0).orElseThrow();
        assertThat(lesson.title()).isEqualTo("Math prerequisites");
        assertThat(lesson.pages()).hasSizeGreaterThanOrEqualTo(11);
        assertThat(lesson.page("two-paths")).isPresent();
    }

    @Test
    void pagesOfAPassGoFromAnalogyOverWordsAndMathToExamples() {
        for (Lesson lesson : LessonCatalog.standard().lessons()) {
            List<Integer> passes = lesson.pages().stream().map(Page::pass).toList();
            assertThat(passes).as("passes of topic %d", lesson.topic()).isSorted();
            for (int pass : new HashSet<>(passes)) {
                assertThat(lesson.pages().stream().filter(p -> p.pass() == pass).map(Page::kind))
                        .as("pass %d of topic %d", pass, lesson.topic())
                        .isSorted()
                        .contains(Page.Kind.values());
            }
        }
    }

    @Test
    void pageIdsAreUnique() {
        for (Lesson lesson : LessonCatalog.standard().lessons()) {
            assertThat(lesson.pages().stream().map(Page::id)).doesNotHaveDuplicates();
        }
    }

    @Test
    void pagesThatAskForSomethingSayWhatAndWhen() {
        assertThat(pages().filter(page -> !page.steps().isEmpty())).hasSizeGreaterThanOrEqualTo(4);
        pages().flatMap(page -> page.steps().stream()).forEach(step -> {
            assertThat(step.goals()).as(step.name()).isNotEmpty();
            assertThat(step.what()).as(step.name()).isNotBlank();
            assertThat(step.how()).as(step.name()).isNotBlank();
        });
        pages().forEach(page -> assertThat(page.steps().stream().map(LessonStep::name))
                .as(page.id())
                .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasATextAndATitle(Page page) {
        assertThat(page.markdown()).as(page.id()).isNotBlank();
        assertThat(page.title()).as(page.id()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void speaksOfAPresetThatExists(Page page) throws IOException {
        assertThat(presets()).contains(page.preset());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void highlightsAndLinksLeadSomewhere(Page page) throws IOException {
        JsonNode preset = read("/presets/" + topicOf(page.preset()) + "/" + page.preset() + ".json");
        Set<NodeId> nodes = new HashSet<>();
        preset.get("nodes").forEach(n -> nodes.add(NodeId.of(n.get("id").asText())));
        Set<Slot> slots = new HashSet<>();
        preset.get("edges")
                .forEach(e -> slots.add(
                        ((LessonLink.ToEdge) LessonLink.of("edge:" + e.get("to").asText())).slot()));
        Set<String> pages = new HashSet<>();
        pages().forEach(p -> pages.add(p.id()));

        assertThat(nodes).as("highlights of %s", page.id()).containsAll(page.highlights());
        for (LessonLink link : LessonText.links(page.markdown())) {
            if (link instanceof LessonLink.ToNode to) {
                assertThat(nodes).as(page.id()).contains(to.node());
            } else if (link instanceof LessonLink.ToEdge to) {
                assertThat(slots).as(page.id()).contains(to.slot());
            } else if (link instanceof LessonLink.ToPreset to) {
                assertThat(presets()).as(page.id()).contains(to.id());
            } else if (link instanceof LessonLink.ToPage to) {
                assertThat(pages).as(page.id()).contains(to.id());
            }
        }
    }

    private static List<String> presets() throws IOException {
        return new ArrayList<>(index().keySet());
    }

    private static int topicOf(String preset) throws IOException {
        return Objects.requireNonNull(index().get(preset), preset);
    }

    private static Map<String, Integer> index() throws IOException {
        Map<String, Integer> topics = new HashMap<>();
        read("/presets/index.json")
                .forEach(p -> topics.put(p.get("id").asText(), p.get("topic").asInt()));
        return topics;
    }

    private static JsonNode read(String path) throws IOException {
        try (InputStream in = LessonCatalogTest.class.getResourceAsStream(path)) {
            return JSON.readTree(Objects.requireNonNull(in, path));
        }
    }
}
