package chainrule.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.MemoryPreferences;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.AddNode;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.Point;
import chainrule.op.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingTest {
    private static final Catalog CATALOG = StandardCatalog.create();

    @TempDir
    Path folder;

    private final History history = new History(Document.untitled());
    private final Answers answers = new Answers();
    private final List<String> told = new ArrayList<>();
    private final RecentFiles recent = new RecentFiles(MemoryPreferences.empty());
    private final Filing filing = new Filing(history, Storage.onDisk(CATALOG), answers, recent, told::add);

    @Test
    void whatIsSavedCanBeOpenedAgain() {
        edit("a");
        answers.save = folder.resolve("xor");
        assertThat(filing.save()).isTrue();
        Graph saved = history.document().graph();
        assertThat(filing.title()).isEqualTo("xor.chainrule.json");

        assertThat(filing.begin()).isTrue();
        assertThat(filing.title()).isEqualTo("Untitled");
        assertThat(filing.open(folder.resolve("xor.chainrule.json"))).isTrue();
        assertThat(history.document().graph()).isEqualTo(saved);
        assertThat(recent.paths()).containsExactly(folder.resolve("xor.chainrule.json"));
    }

    @Test
    void aStarStandsForChangesThatAreNotSaved() {
        edit("a");
        assertThat(filing.title()).isEqualTo("Untitled*");
        history.undo();
        assertThat(filing.title()).isEqualTo("Untitled");
    }

    @Test
    void savingTwiceAsksForTheFileOnce() {
        answers.save = folder.resolve("net.chainrule.json");
        edit("a");
        filing.save();
        edit("b");
        answers.save = null;
        assertThat(filing.save()).isTrue();
        assertThat(history.dirty()).isFalse();
    }

    @Test
    void cancelKeepsTheDocument() {
        edit("a");
        Document before = history.document();
        answers.unsaved = Questions.Unsaved.CANCEL;
        assertThat(filing.begin()).isFalse();
        assertThat(history.document()).isSameAs(before);
        assertThat(answers.asked).containsExactly("Untitled");
    }

    @Test
    void discardLetsTheDocumentGo() {
        edit("a");
        answers.unsaved = Questions.Unsaved.DISCARD;
        assertThat(filing.begin()).isTrue();
        assertThat(history.document().graph().nodes()).isEmpty();
    }

    @Test
    void saveInThePromptSavesBeforeLeaving() {
        edit("a");
        answers.unsaved = Questions.Unsaved.SAVE;
        answers.save = folder.resolve("kept.chainrule.json");
        assertThat(filing.begin()).isTrue();
        assertThat(folder.resolve("kept.chainrule.json")).exists();
    }

    @Test
    void closingTheFileDialogInThePromptKeepsTheDocument() {
        edit("a");
        answers.unsaved = Questions.Unsaved.SAVE;
        assertThat(filing.mayLeave()).isFalse();
    }

    @Test
    void anotherFileIsReplacedOnlyWhenAllowed() throws Exception {
        Path there = folder.resolve("there.chainrule.json");
        Files.writeString(there, "precious");
        answers.save = there;
        edit("a");
        answers.replace = false;
        assertThat(filing.save()).isFalse();
        assertThat(there).hasContent("precious");
        answers.replace = true;
        assertThat(filing.save()).isTrue();
        assertThat(there).content().contains("chainrule");
    }

    @Test
    void aFileThatCannotBeReadIsToldAndNothingIsLost() throws Exception {
        Path odd = folder.resolve("odd.chainrule.json");
        Files.writeString(odd, "{");
        Document before = history.document();
        assertThat(filing.open(odd)).isFalse();
        assertThat(history.document()).isSameAs(before);
        assertThat(told).singleElement().asString().contains("odd.chainrule.json");
    }

    @Test
    void aDiskThatRefusesLeavesTheChangesUnsaved() {
        Storage full = new Storage() {
            @Override
            public GraphFile read(Path path) {
                return GraphFile.untitled();
            }

            @Override
            public void write(GraphFile file, Path path) throws FileProblem {
                throw new FileProblem("The disk is full.");
            }
        };
        Filing onFull = new Filing(history, full, answers, recent, told::add);
        edit("a");
        answers.save = folder.resolve("a");
        assertThat(onFull.save()).isFalse();
        assertThat(history.dirty()).isTrue();
        assertThat(told).containsExactly("The disk is full.");
    }

    @Test
    void aPresetIsACopyThatSaveAsksAPlaceFor() {
        filing.openPreset("m0-dot", GraphFile.untitled());
        assertThat(filing.title()).isEqualTo("m0-dot (preset)");
        answers.save = folder.resolve("mine");
        assertThat(filing.save()).isTrue();
        assertThat(answers.suggested).isEqualTo("m0-dot.chainrule.json");
    }

    @Test
    void recentFilesAreTheLatestFirstAndNotTooMany() {
        for (int i = 0; i < RecentFiles.MOST + 3; i++) {
            recent.add(folder.resolve("f" + i));
        }
        recent.add(folder.resolve("f5"));
        assertThat(recent.paths()).hasSize(RecentFiles.MOST).startsWith(folder.resolve("f5"), folder.resolve("f12"));
        recent.remove(folder.resolve("f5"));
        assertThat(recent.paths()).startsWith(folder.resolve("f12"));
        recent.clear();
        assertThat(recent.paths()).isEmpty();
    }

    @Test
    void pinnedFilesStayBeforeTheOthersUntilTheyAreLetGoOf() {
        Path kept = folder.resolve("kept");
        recent.add(kept);
        recent.pin(kept, true);
        for (int i = 0; i < RecentFiles.MOST + 3; i++) {
            recent.add(folder.resolve("f" + i));
        }
        recent.add(kept);
        assertThat(recent.paths()).hasSize(RecentFiles.MOST + 1).startsWith(kept, folder.resolve("f12"));
        assertThat(recent.isPinned(kept)).isTrue();
        recent.clear();
        assertThat(recent.paths()).containsExactly(kept);
        assertThat(recent.isClear()).isTrue();
        recent.add(folder.resolve("other"));
        recent.pin(kept, false);
        assertThat(recent.paths()).containsExactly(kept, folder.resolve("other"));
        assertThat(recent.isPinned(kept)).isFalse();
    }

    @Test
    void aPictureIsOpenedAsACopyOfItsGraph() {
        assertThat(filing.open(folder.resolve("seen.png"), GraphFile.untitled()))
                .isTrue();
        assertThat(filing.origin()).isEqualTo(new Origin.Nowhere());
        assertThat(recent.paths()).isEmpty();
    }

    private void edit(String name) {
        history.perform(new AddNode(Node.of(name, CATALOG.get("param")), new Point(0, 0)));
    }

    private static final class Answers implements Questions {
        private final List<String> asked = new ArrayList<>();
        private Unsaved unsaved = Unsaved.CANCEL;
        private Path save;
        private String suggested = "";
        private boolean replace;

        @Override
        public Optional<Path> fileToOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> fileToSave(String name) {
            suggested = name;
            return Optional.ofNullable(save);
        }

        @Override
        public Unsaved unsaved(String name) {
            asked.add(name);
            return unsaved;
        }

        @Override
        public boolean mayReplace(Path path) {
            return replace;
        }
    }
}
