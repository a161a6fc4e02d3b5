package chainrule.program;

/**
 * Why a line of a program cannot be used.
 *
 * @param line from 0
 */
public record Mistake(int line, String sentence) {}
