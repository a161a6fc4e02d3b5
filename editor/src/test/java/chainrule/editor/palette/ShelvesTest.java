package chainrule.editor.palette;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.op.Catalog;
import chainrule.op.Category;
import chainrule.op.InPort;
import org.junit.jupiter.api.Test;

class ShelvesTest {
    private final Catalog catalog = StandardCatalog.create();
    private final Shelves shelves = new Shelves(catalog);

    @Test
    void everyTypeStandsBelowItsShelf() {
        assertThat(shelves.rows().get(0)).isInstanceOf(Row.Shelf.class);
        assertThat(shelves.rows().stream().filter(r -> r instanceof Row.Entry))
                .hasSize(catalog.types().size());
    }

    @Test
    void aClosedShelfShowsOnlyItsTitle() {
        shelves.toggle(Category.ARITHMETIC);
        assertThat(shelves.rows().stream().filter(r -> r.category() == Category.ARITHMETIC))
                .hasSize(1);
        shelves.toggle(Category.ARITHMETIC);
        assertThat(shelves.rows().stream().filter(r -> r.category() == Category.ARITHMETIC))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aFilterLooksIntoClosedShelves() {
        shelves.openAll(false);
        shelves.filter("tanh");
        assertThat(shelves.rows()).contains(new Row.Entry(catalog.get("tanh")));
        assertThat(shelves.rows()).noneMatch(r -> r.category() == Category.SOURCE);
    }

    @Test
    void aWireIsOfferedOnlyTypesWithAnInput() {
        Graph graph = Document.untitled().graph().with(Node.of("w", catalog.get("param")));
        WireFit fit = new WireFit(Validation.of(graph), Source.of(NodeId.of("w")));
        assertThat(fit.accepts(catalog.get("param"))).isFalse();
        assertThat(fit.accepts(catalog.get("tanh"))).isTrue();
        assertThat(fit.port(catalog.get("add")).map(InPort::name)).contains("a");
    }
}
