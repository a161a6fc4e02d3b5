package chainrule.editor.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.session.Evaluator;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Stepper;
import chainrule.editor.session.Tour;
import chainrule.editor.session.TourStep;
import chainrule.editor.session.Workbench;
import chainrule.graph.Slot;
import chainrule.lessons.LessonCatalog;
import chainrule.lessons.LessonStep;
import chainrule.lessons.Page;
import chainrule.op.Catalog;
import chainrule.presets.PresetCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of every page wait for what they say, and can all be shown. */
class WatchedStepsTest {
    private static final Catalog CATALOG = StandardCatalog.create();

    static Stream<Page> pages() {
        return LessonCatalog.standard().lessons().stream()
                .flatMap(l -> l.pages().stream())
                .filter(page -> !page.steps().isEmpty());
    }

    private static Workbench bench(String preset) {
        Document document = new Document(
                new PresetCatalog(CATALOG).find(preset).orElseThrow().file());
        History history = new History(document);
        Evaluator evaluator = new Evaluator(history, Runnable::run, Runnable::run, 64L << 20);
        Workbench bench = new Workbench(CATALOG, history, evaluator, new Selection(), new Stepper(evaluator));
        evaluator.start();
        return bench;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyStepWaitsUntilItIsShown(Page page) {
        Tour tour = new Tour(bench(page.preset()), List.of());
        tour.start(WatchedSteps.of(page.steps()));
        List<String> waited = new ArrayList<>();
        for (int i = 0; i < page.steps().size(); i++) {
            waited.add(tour.step().map(TourStep::name).orElse("nothing"));
            tour.show();
        }
        assertThat(waited)
                .as(page.id())
                .isEqualTo(page.steps().stream().map(LessonStep::name).toList());
        assertThat(tour.step()).as("all of %s can be shown", page.id()).isEmpty();
    }

    @Test
    void aMomentOfThePassIsWaitedFor() {
        Page page = pages().filter(p -> p.id().equals("two-paths")).findFirst().orElseThrow();
        Workbench bench = bench(page.preset());
        Tour tour = new Tour(bench, List.of());
        tour.start(WatchedSteps.of(page.steps()));
        bench.selection().select(Slot.of("d", "x"));
        assertThat(tour.done()).isZero();
        while (bench.stepper()
                .view()
                .orElseThrow()
                .contribution(Slot.of("c", "b"))
                .isPresent()) {
            assertThat(tour.done()).isZero();
            bench.stepper().previous();
        }
        assertThat(tour.done()).isEqualTo(1);
        bench.stepper().toEnd();
        assertThat(tour.done()).isEqualTo(2);
    }

    @Test
    void onAnotherGraphShowingDoesNothing() {
        Page page = pages().filter(p -> p.id().equals("slope")).findFirst().orElseThrow();
        Workbench bench = bench("b3-mazur");
        Document before = bench.history().document();
        Tour tour = new Tour(bench, List.of());
        tour.start(WatchedSteps.of(page.steps().subList(1, 2)));
        tour.show();
        assertThat(bench.history().document()).isSameAs(before);
        assertThat(tour.step()).isPresent();
    }
}
