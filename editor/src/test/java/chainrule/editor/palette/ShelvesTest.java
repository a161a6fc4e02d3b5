package chainrule.editor.palette;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.check.GradientCheck;
import chainrule.editor.MemoryPreferences;
import chainrule.editor.document.Document;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.op.Catalog;
import chainrule.op.Category;
import chainrule.op.InPort;
import chainrule.program.ProgramReader;
import chainrule.program.Reading;
import chainrule.tensor.Precision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShelvesTest {
    private final Catalog catalog = StandardCatalog.create();
    private final Starred starred = new Starred(MemoryPreferences.empty());
    private final Shelves shelves = new Shelves(() -> catalog, starred);

    @Test
    void everyTypeStandsBelowItsShelf() {
        assertThat(shelves.rows().get(0)).isInstanceOf(Row.Shelf.class);
        assertThat(shelves.rows().stream().filter(r -> r instanceof Row.Entry))
                .hasSize(catalog.types().size());
    }

    @Test
    void aClosedShelfShowsOnlyItsTitle() {
        shelves.toggle(ShelfId.of(Category.ARITHMETIC));
        assertThat(shelves.rows().stream().filter(r -> r.shelf().equals(ShelfId.of(Category.ARITHMETIC))))
                .hasSize(1);
        shelves.toggle(ShelfId.of(Category.ARITHMETIC));
        assertThat(shelves.rows().stream().filter(r -> r.shelf().equals(ShelfId.of(Category.ARITHMETIC))))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aFilterLooksIntoClosedShelves() {
        shelves.openAll(false);
        shelves.filter("tanh");
        assertThat(shelves.rows()).contains(new Row.Entry(catalog.get("tanh")));
        assertThat(shelves.rows()).noneMatch(r -> r.shelf().equals(ShelfId.of(Category.SOURCE)));
    }

    @Test
    void aWireIsOfferedOnlyTypesWithAnInput() {
        Graph graph = Document.untitled().graph().with(Node.of("w", catalog.get("param")));
        WireFit fit = new WireFit(Validation.of(graph), Source.of(NodeId.of("w")));
        assertThat(fit.accepts(catalog.get("param"))).isFalse();
        assertThat(fit.accepts(catalog.get("tanh"))).isTrue();
        assertThat(fit.port(catalog.get("add")).map(InPort::name)).contains("a");
    }

    @Test
    void whatIsStarredStandsOnAShelfOnTop() {
        starred.toggle(catalog.get("tanh"));
        starred.toggle(catalog.get("add"));
        assertThat(shelves.rows().get(0)).isEqualTo(new Row.Shelf(ShelfId.STARRED, true, 2));
        assertThat(shelves.rows().get(1)).isEqualTo(new Row.Entry(catalog.get("tanh"), ShelfId.STARRED, true));
        starred.toggle(catalog.get("tanh"));
        starred.toggle(catalog.get("add"));
        assertThat(shelves.rows()).noneMatch(row -> row.shelf().equals(ShelfId.STARRED));
    }

    @Test
    void piecesAreFoundByTheirPurpose() {
        shelves.filter("gradient way around");
        assertThat(shelves.rows()).extracting(RowRenderer::name).containsExactly("Ready pieces", "Residual connection");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void everyPieceRunsAndItsGradientsAreRight(Piece piece) {
        Reading reading = ProgramReader.read(piece.program(), catalog, Graph.empty());
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        Graph graph = ((Reading.Understood) reading).graph();
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, 1L << 24);
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        if (graph.root().isPresent()) {
            assertThat(GradientCheck.of(((Compilation.Compiled) compilation).plan())
                            .passed())
                    .isTrue();
        }
        assertThat(piece.title()).isNotBlank();
        assertThat(piece.summary()).endsWith(".");
    }

    static List<Piece> pieces() {
        return Piece.all();
    }
}
