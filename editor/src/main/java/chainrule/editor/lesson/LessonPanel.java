package chainrule.editor.lesson;

import chainrule.editor.session.Tour;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.editor.theme.Typesetter;
import chainrule.language.Phrases;
import chainrule.lessons.Lesson;
import chainrule.lessons.LessonLink;
import chainrule.lessons.Page;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/**
 * A lesson to read beside the graph: its pages, the text of one of them with what there is to do, and the way to the next
 * once that is done.
 */
public final class LessonPanel extends JPanel {
    private static final Phrases WORDS = Phrases.of(LessonPanel.class);
    private static final long serialVersionUID = 1;

    private final transient Lesson lesson;
    private final transient LessonDesk desk;
    private final transient Tour tour;
    private final transient Set<String> done = new HashSet<>();
    private final JLabel place = new JLabel();
    private final JComboBox<String> pages = new JComboBox<>();
    private final PagePane text;
    private final JScrollPane scroll;
    private final JButton graph = new JButton(WORDS.text("lesson.graph"));
    private final JButton back = new JButton("◂ " + WORDS.text("lesson.back"));
    private final JButton next = new JButton(WORDS.text("lesson.next") + " ▸");
    private final JPanel head = new JPanel(new BorderLayout(0, UIScale.scale(6)));
    private final JPanel foot = new JPanel(new BorderLayout());
    private final StepsCard steps;
    private int page;

    public LessonPanel(Lesson lesson, LessonDesk desk, Workbench bench) {
        super(new BorderLayout());
        this.lesson = lesson;
        this.desk = desk;
        this.text = new PagePane(new Typesetter(), this::follow);
        this.scroll =
                new JScrollPane(text, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        this.tour = new Tour(bench, List.of());
        this.steps = new StepsCard(tour, new StepsCard.Deeds(this::begin, this::skip));
        tour.onChange(this::stepped);
        setName("lesson");
        build();
        applyColors();
        turnTo(0);
    }

    /** The page that is read now. */
    public Page page() {
        return lesson.pages().get(page);
    }

    /** Turns to a page by its id; nothing happens where the lesson has none of that id. */
    public void turnTo(String id) {
        lesson.page(id).ifPresent(p -> turnTo(lesson.pages().indexOf(p)));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (scroll != null) {
            applyColors();
        }
    }

    private void build() {
        pages.setName("lesson.pages");
        pages.getAccessibleContext().setAccessibleName(WORDS.text("lesson.pages"));
        pages.setMaximumRowCount(20);
        for (int i = 0; i < lesson.pages().size(); i++) {
            pages.addItem((i + 1) + "  " + lesson.pages().get(i).title());
        }
        pages.setPrototypeDisplayValue("a title");
        pages.addActionListener(event -> {
            if (pages.getSelectedIndex() != page) {
                turnTo(pages.getSelectedIndex());
            }
        });
        graph.setName("lesson.graph");
        graph.addActionListener(event -> desk.openPreset(page().preset()));
        back.setName("lesson.back");
        back.addActionListener(event -> turnTo(page - 1));
        next.setName("lesson.next");
        next.addActionListener(event -> turnTo(page + 1));
        for (JButton button : new JButton[] {back, next, graph}) {
            button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
            button.setFocusable(true);
        }
        head.add(place, BorderLayout.NORTH);
        head.add(pages, BorderLayout.CENTER);
        foot.add(back, BorderLayout.WEST);
        foot.add(centred(graph), BorderLayout.CENTER);
        foot.add(next, BorderLayout.EAST);
        add(head, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
        JPanel below = new JPanel(new BorderLayout());
        below.add(steps, BorderLayout.CENTER);
        below.add(foot, BorderLayout.SOUTH);
        add(below, BorderLayout.SOUTH);
    }

    private static JPanel centred(JButton button) {
        JPanel panel = new JPanel();
        panel.setOpaque(false);
        panel.add(button);
        return panel;
    }

    private void applyColors() {
        Colors colors = Colors.current();
        int gap = UIScale.scale(16);
        for (JPanel panel : new JPanel[] {this, head, foot}) {
            panel.setBackground(colors.panel());
        }
        head.setBorder(BorderFactory.createEmptyBorder(gap * 3 / 4, gap, gap * 3 / 4, gap));
        foot.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, colors.hairline()),
                BorderFactory.createEmptyBorder(gap / 4, gap / 2, gap / 4, gap / 2)));
        scroll.setBorder(null);
        scroll.getVerticalScrollBar().setUnitIncrement(UIScale.scale(20));
        place.setFont(Fonts.ui(UIScale.scale(12f), true));
        place.setForeground(colors.quiet());
        pages.setFont(Fonts.ui(UIScale.scale(14f), true));
        next.setFont(Fonts.ui(UIScale.scale(13f), true));
        next.setForeground(colors.cursor());
        graph.setForeground(colors.text());
        back.setForeground(colors.quiet());
    }

    private void turnTo(int index) {
        page = Math.max(0, Math.min(lesson.pages().size() - 1, index));
        Page now = page();
        pages.setSelectedIndex(page);
        place.setText(WORDS.text(
                "lesson.place",
                lesson.topic(),
                lesson.title(),
                now.pass(),
                page + 1,
                lesson.pages().size()));
        place.setToolTipText(place.getText());
        graph.setToolTipText(WORDS.text("lesson.open", now.preset()));
        back.setEnabled(page > 0);
        tour.end();
        text.show(now.markdown());
        scroll.getVerticalScrollBar().setValue(0);
        desk.turnedTo(now);
    }

    private void begin() {
        if (desk.begin(page().preset())) {
            done.remove(page().id());
            tour.start(WatchedSteps.of(page().steps()));
        }
    }

    private void skip() {
        if (tour.isOn()) {
            tour.skip();
        } else {
            done.add(page().id());
            showSteps();
        }
    }

    private void stepped() {
        if (tour.isOn() && tour.step().isEmpty()) {
            done.add(page().id());
            tour.end();
        } else {
            showSteps();
        }
    }

    private void showSteps() {
        int count = page().steps().size();
        boolean open = count == 0 || done.contains(page().id());
        steps.setVisible(count > 0);
        steps.show(
                tour.isOn() ? StepsCard.State.UNDER_WAY : open ? StepsCard.State.DONE : StepsCard.State.AHEAD, count);
        next.setEnabled(open && page < lesson.pages().size() - 1);
        next.setToolTipText(open ? null : WORDS.text("lesson.first"));
    }

    private void follow(LessonLink link) {
        if (link instanceof LessonLink.ToPreset to) {
            desk.openPreset(to.id());
        } else if (link instanceof LessonLink.ToNode to) {
            desk.flashNode(to.node());
        } else if (link instanceof LessonLink.ToEdge to) {
            desk.flashEdge(to.slot());
        } else if (link instanceof LessonLink.ToPage to) {
            turnTo(to.id());
        } else if (link instanceof LessonLink.ToWeb to) {
            browse(to.address());
        } else {
            throw new AssertionError(link);
        }
    }

    private static void browse(String address) {
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            try {
                Desktop.getDesktop().browse(URI.create(address));
            } catch (IOException unreachable) {
                throw new java.io.UncheckedIOException(unreachable);
            }
        }
    }
}
