package chainrule.app;

import chainrule.io.GraphFile;

/**
 * A graph that a word of a call named.
 *
 * @param word the path, or {@code preset:ID}
 */
record Opened(String word, GraphFile file) {}
