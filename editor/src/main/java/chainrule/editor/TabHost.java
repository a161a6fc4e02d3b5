package chainrule.editor;

import chainrule.editor.document.History;
import chainrule.presets.Preset;
import java.nio.file.Path;
import java.util.Map;

/** The window as the documents in it know it; what opens and closes answers whether it did. */
interface TabHost {
    /** Begins an empty document in a tab of its own. */
    void begin();

    /** Asks for a file and opens it. */
    boolean open();

    /** Opens a file: in its tab where it is open already, else in a free or a new one. */
    boolean open(Path file);

    /** Opens a copy of a preset in a free or a new tab. */
    boolean open(Preset preset);

    /** Shows the start page, in a tab of its own where the one in sight is in use. */
    void showStart();

    /** Begins the tour, in a document of its own where the one in sight is in use. */
    void takeTour();

    /** Opens another window. */
    void openWindow();

    /** Closes the document in sight, unless the learner keeps it. */
    boolean close();

    /** Closes every window; stops where the learner keeps a document. */
    void quit();

    /** The documents of this window by their titles, which are told apart. */
    Map<String, History> documents();

    /** Shows a sentence about something that went wrong. */
    void tell(String sentence);

    /** How many documents are open in this window. */
    int tabs();

    /** Turns to the document so many tabs on. */
    void turn(int tabs);

    /** A document's name or state has changed. */
    void changed(EditorTab tab);

    /** Theme or size have changed. */
    void lookChanged();

    /** Changes the language of every window, unless the learner keeps a document open. */
    void speak(Runnable change);

    /** The keys of an action have changed. */
    void keysChanged();
}
