package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.file.Filing;
import chainrule.editor.stepper.StepActions;
import chainrule.language.Phrases;
import chainrule.lessons.Lesson;
import chainrule.lessons.LessonCatalog;
import chainrule.lessons.Page;
import chainrule.presets.Preset;
import chainrule.presets.PresetCatalog;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** The menus, made from the actions. */
final class Menus {
    private static final Phrases WORDS = Phrases.of(Menus.class);
    private final Actions actions;

    Menus(Actions actions) {
        this.actions = actions;
    }

    JMenu file(Filing filing, PresetCatalog presets, TabHost host) {
        JMenu menu = menu("File", "file.new", "file.newWindow", "file.open");
        menu.add(recent(filing, host));
        menu.add(presets(presets, host::open));
        add(
                menu,
                "",
                "file.save",
                "file.saveAs",
                "",
                "file.export",
                "file.film",
                "file.print",
                "",
                "file.close",
                "file.quit");
        return menu;
    }

    JMenu edit() {
        JMenu menu = menu(
                "Edit",
                "edit.undo",
                "edit.redo",
                "edit.history",
                "",
                "edit.cut",
                "edit.copy",
                "edit.paste",
                "edit.pasteConnected",
                "edit.copyText",
                "edit.copyImage",
                "",
                "edit.add",
                "edit.connect",
                "edit.rename",
                "edit.duplicate",
                "edit.delete",
                "edit.deleteReconnect",
                "edit.detach",
                "",
                "edit.repair",
                "node.bypass",
                "node.mute",
                "node.hold",
                "node.holdAt",
                "",
                "edit.selectAll",
                "edit.selectNone",
                "select.upstream",
                "select.downstream",
                "select.connected",
                "edit.find",
                "edit.findNext",
                "edit.findPrevious");
        menu.add(menu("Block", "node.pack", "node.unpack", "block.ports", "node.removeBlocks"));
        add(menu, "", "edit.root", "edit.rootFree", "", "edit.lock");
        return menu;
    }

    JMenu arrange() {
        JMenu menu = menu("Arrange", ArrangeActions.menu());
        add(menu, "", "remark.frame", "remark.note", "remark.edit");
        menu.add(menu("FrameColor", RemarkActions.colors()));
        add(menu, "", "look.label", "look.front", "look.back", "look.pin");
        menu.add(menu("NodeColor", LookActions.menu()));
        return menu;
    }

    JMenu view() {
        JMenu menu = menu(
                "View",
                "view.zoomIn",
                "view.zoomOut",
                "view.zoom100",
                "view.fit",
                "view.fitSelection",
                "view.back",
                "view.forward");
        menu.add(menu("Bookmarks", Bookmarks.menu()));
        add(menu, "", "node.open", "node.leave", "", "view.light", "view.dark", "view.system");
        menu.addSeparator();
        add(menu, "wires.plain", "wires.type", "wires.value", "wires.gradient", "wires.legend", "");
        menu.add(menu("WireStyle", "way.curve", "way.orthogonal", "way.straight"));
        JMenu scale = menu("InterfaceSize", "view.scale100", "view.scale125", "view.scale150", "view.scale200");
        menu.add(scale);
        menu.add(menu("Language", "view.language.en", "view.language.de", "view.language.system"));
        menu.addSeparator();
        for (Place place : Place.values()) {
            menu.add(actions.menuItem(place.key()));
        }
        add(
                menu,
                "view.nextPanel",
                "view.walk",
                "",
                "view.minimap",
                "view.paths",
                "view.compare",
                "view.compareEnd",
                "view.presentation",
                "",
                "view.nextTab",
                "view.previousTab");
        return menu;
    }

    JMenu run() {
        JMenu menu = menu(
                "Run", "step.next", "step.previous", "step.start", "step.end", "step.play", "run.to", "break.next");
        menu.add(menu("StepBy", StepActions.strides()));
        add(
                menu,
                "",
                "chain.show",
                "health.show",
                "health.marks",
                "chain.copy",
                "chain.predict",
                "chain.hide",
                "chain.sweeps",
                "chain.check",
                "",
                "run.again",
                "run.cancel",
                "",
                "train.start",
                "train.step",
                "train.reset",
                "train.keep",
                "",
                "break.toggle",
                "watch.value",
                "watch.gradient",
                "",
                "time.next",
                "time.previous",
                "time.nextEpoch",
                "time.previousEpoch",
                "time.start",
                "time.end",
                "",
                "run.double",
                "run.float");
        return menu;
    }

    JMenu lessons(LessonCatalog lessons, BiConsumer<Lesson, Page> read) {
        JMenu menu = new JMenu(WORDS.text("menu.Lessons"));
        menu.setName("Lessons");
        for (Lesson lesson : lessons.lessons()) {
            JMenu topic = new JMenu(WORDS.text("menu.lesson", lesson.topic(), lesson.title()));
            for (Page page : lesson.pages()) {
                JMenuItem item = new JMenuItem(page.title());
                item.setName("page:" + page.id());
                item.addActionListener(click -> read.accept(lesson, page));
                topic.add(item);
            }
            menu.add(topic);
        }
        return menu;
    }

    JMenu help() {
        return menu(
                "Help",
                "help.start",
                "help.tour",
                "help.course",
                "",
                "help.find",
                "help.node",
                "help.keys",
                "help.news",
                "help.report",
                "help.about");
    }

    private JMenu recent(Filing filing, TabHost host) {
        JMenu menu = new JMenu(WORDS.text("menu.OpenRecent"));
        menu.setName("file.recent");
        RecentMenu recent = new RecentMenu(filing.recent(), host, actions);
        menu.addMenuListener(new Opening(() -> recent.fill(menu)));
        return menu;
    }

    private static JMenu presets(PresetCatalog presets, Consumer<Preset> open) {
        JMenu menu = new JMenu(WORDS.text("menu.OpenPreset"));
        menu.setName("file.preset");
        presets.all().stream().map(Preset::topic).distinct().sorted().forEach(number -> {
            JMenu topic = new JMenu(WORDS.text("menu.topic", number));
            presets.topic(number).forEach(preset -> topic.add(entry(preset, open)));
            menu.add(topic);
        });
        return menu;
    }

    private static JMenuItem entry(Preset preset, Consumer<Preset> open) {
        JMenuItem item = new JMenuItem(preset.title());
        item.setName("preset:" + preset.id());
        item.setToolTipText(preset.id());
        item.addActionListener(click -> open.accept(preset));
        return item;
    }

    private JMenu menu(String name, String... ids) {
        JMenu menu = new JMenu(WORDS.text("menu." + name));
        menu.setName(name);
        add(menu, ids);
        return menu;
    }

    /** Adds entries; an empty id is a line. */
    private void add(JMenu menu, String... ids) {
        Stream.of(ids).forEach(id -> {
            if (id.isEmpty()) {
                menu.addSeparator();
            } else {
                menu.add(actions.menuItem(id));
            }
        });
    }

    /** Fills a menu when it opens. */
    private record Opening(Runnable fill) implements MenuListener {
        @Override
        public void menuSelected(MenuEvent event) {
            fill.run();
        }

        @Override
        public void menuDeselected(MenuEvent event) {}

        @Override
        public void menuCanceled(MenuEvent event) {}
    }
}
