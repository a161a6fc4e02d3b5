package chainrule.editor;

import chainrule.editor.file.RecentFiles;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Icons;
import chainrule.language.Phrases;
import chainrule.presets.Preset;
import com.formdev.flatlaf.util.UIScale;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** Where a newcomer begins: a new graph, a file, the files of last time, the course, and the presets as pictures. */
final class StartPage extends JPanel {
    private static final Phrases WORDS = Phrases.of(StartPage.class);
    private static final long serialVersionUID = 1;
    private static final int CARD = 236;
    private static final int CARD_HEIGHT = 158;
    private static final int MOST_RECENT = 6;
    private static final int TOPICS = 8;

    /** What can be done here. */
    record Deeds(Runnable begin, Runnable course, TabHost host) {}

    private final transient Surroundings around;
    private final transient Deeds deeds;
    private final JPanel recent = column();
    private final JPanel cards = new JPanel(new MigLayout("insets 24, gap 16, wrap 4"));
    private final JScrollPane pictures = new JScrollPane(cards);
    private final JList<String> topics =
            new JList<>(IntStream.range(0, TOPICS).mapToObj(StartPage::topic).toArray(String[]::new));

    StartPage(Surroundings around, Deeds deeds) {
        super(new MigLayout("insets 0, gap 0, fill", "[280!][grow,fill]", "[grow,fill]"));
        this.around = around;
        this.deeds = deeds;
        setName("start");
        plain(pictures);
        pictures.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        pictures.getVerticalScrollBar().setUnitIncrement(UIScale.scale(24));
        pictures.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                wrap();
            }
        });
        add(plain(new JScrollPane(side())));
        add(pictures);
        topics.addListSelectionListener(chosen -> showTopic());
        topics.setSelectedIndex(0);
    }

    private JToggleButton pin(Path path) {
        RecentFiles files = new RecentFiles(around.preferences());
        JToggleButton pin = new JToggleButton(Icons.named("pin"), files.isPinned(path));
        pin.setName("start.pin");
        pin.putClientProperty("JButton.buttonType", "toolBarButton");
        pin.setToolTipText(WORDS.text("recent.pin", path.getFileName()));
        pin.getAccessibleContext().setAccessibleName(pin.getToolTipText());
        pin.addActionListener(click -> {
            files.pin(path, pin.isSelected());
            refresh();
        });
        return pin;
    }

    /** Shows the files of last time as they are now. */
    void refresh() {
        recent.removeAll();
        List<Path> paths = new RecentFiles(around.preferences()).paths();
        if (paths.isEmpty()) {
            recent.add(quiet(WORDS.text("file.noneYet")));
        }
        for (Path path : paths.subList(0, Math.min(MOST_RECENT, paths.size()))) {
            boolean there = Files.exists(path);
            JButton link =
                    link(String.valueOf(path.getFileName()), () -> deeds.host().open(path));
            link.setName("start.recent");
            link.setEnabled(there);
            link.setToolTipText(there ? path.toString() : WORDS.text("menu.gone", path));
            recent.add(link, "split 2");
            recent.add(pin(path));
        }
        recent.revalidate();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (cards != null) {
            paintGround();
            wrap();
        }
    }

    private JPanel side() {
        JPanel side = column();
        side.setBorder(BorderFactory.createEmptyBorder(
                UIScale.scale(28), UIScale.scale(24), UIScale.scale(16), UIScale.scale(16)));
        JLabel name = new JLabel("Chainrule");
        name.putClientProperty("FlatLaf.styleClass", "h0");
        side.add(name);
        side.add(quiet(WORDS.text("start.mottoGraphs")), "gaptop 2");
        side.add(quiet(WORDS.text("start.mottoGradients")));
        JButton begin = new JButton(WORDS.text("start.new"));
        begin.setName("start.new");
        begin.putClientProperty("JButton.buttonType", "default");
        begin.addActionListener(click -> deeds.begin().run());
        JButton open = new JButton(WORDS.text("file.open"));
        open.setName("start.open");
        open.addActionListener(click -> deeds.host().open());
        side.add(begin, "split 2, gaptop 16");
        side.add(open);
        side.add(link(WORDS.text("help.tour"), deeds.host()::takeTour), "gaptop 8");
        side.add(link(WORDS.text("help.course"), deeds.course()));
        side.add(title(WORDS.text("start.recent")), "gaptop 20");
        side.add(recent, "growx");
        JLabel presets = title(WORDS.text("start.presets"));
        presets.setLabelFor(topics);
        side.add(presets, "gaptop 20");
        topics.setName("start.topics");
        topics.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        topics.getAccessibleContext().setAccessibleName(WORDS.text("start.topics"));
        side.add(topics, "growx");
        return side;
    }

    private static String topic(int number) {
        return number + "  " + WORDS.text("topic." + number);
    }

    private void showTopic() {
        cards.removeAll();
        for (Preset preset : around.presets().topic(Math.max(0, topics.getSelectedIndex()))) {
            cards.add(card(preset), "width " + CARD + "!, height " + CARD_HEIGHT + "!");
        }
        cards.revalidate();
        cards.repaint();
        paintGround();
    }

    private JButton card(Preset preset) {
        JButton card = new JButton(preset.title(), new Thumbnail(preset::file));
        card.setName("start.preset:" + preset.id());
        card.setVerticalTextPosition(SwingConstants.BOTTOM);
        card.setHorizontalTextPosition(SwingConstants.CENTER);
        card.setIconTextGap(UIScale.scale(6));
        card.setToolTipText(preset.title());
        card.putClientProperty("FlatLaf.style", "margin: 6,8,6,8; arc: 10");
        card.addActionListener(click -> deeds.host().open(preset));
        return card;
    }

    /** As many pictures side by side as there is room for. */
    private void wrap() {
        int columns = Math.max(1, (pictures.getWidth() - UIScale.scale(48)) / UIScale.scale(CARD + 16));
        ((MigLayout) cards.getLayout()).setLayoutConstraints("insets 24, gap 16, wrap " + columns);
        cards.revalidate();
    }

    private void paintGround() {
        cards.setBackground(Colors.current().canvas());
        topics.setBackground(Colors.current().panel());
        topics.setFixedCellHeight(UIScale.scale(26));
    }

    private static JPanel column() {
        JPanel column = new JPanel(new MigLayout("insets 0, gap 8 4, wrap 1", "[]", ""));
        column.setOpaque(false);
        return column;
    }

    private static JButton link(String text, Runnable deed) {
        JButton link = new JButton(text);
        link.putClientProperty("JButton.buttonType", "toolBarButton");
        link.putClientProperty("FlatLaf.style", "foreground: @cursor; margin: 2,0,2,4");
        link.setHorizontalAlignment(SwingConstants.LEADING);
        link.addActionListener(click -> deed.run());
        return link;
    }

    private static JLabel title(String text) {
        JLabel label = new JLabel(text);
        label.putClientProperty("FlatLaf.styleClass", "h4");
        return label;
    }

    private static JLabel quiet(String text) {
        JLabel label = new JLabel(text);
        label.putClientProperty("FlatLaf.style", "foreground: @quiet");
        return label;
    }

    private static <T extends JComponent> T plain(T scroll) {
        scroll.setBorder(BorderFactory.createEmptyBorder());
        return scroll;
    }
}
