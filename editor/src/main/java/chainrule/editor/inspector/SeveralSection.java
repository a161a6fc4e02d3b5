package chainrule.editor.inspector;

import chainrule.editor.part.Paragraph;
import chainrule.editor.session.Workbench;
import chainrule.language.Phrases;
import java.util.ArrayList;
import java.util.List;

/** What is said where several things are selected. */
final class SeveralSection extends Section {
    private static final Phrases WORDS = Phrases.of(SeveralSection.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final Paragraph names = text("");

    SeveralSection(Workbench workbench) {
        super(WORDS.text("several.title"));
        this.workbench = workbench;
        add(names);
    }

    @Override
    void refresh() {
        List<String> all = new ArrayList<>();
        workbench.selection().nodes().forEach(n -> all.add(n.name()));
        workbench.selection().edges().forEach(e -> all.add(WORDS.text("several.edge", e)));
        names.show(String.join(", ", all));
    }
}
