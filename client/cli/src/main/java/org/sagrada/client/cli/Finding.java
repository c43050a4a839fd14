package org.sagrada.client.cli;

/**
 * What an examination found, in words for people.
 *
 * @param check what was looked at, in one word
 */
record Finding(Grade grade, String check, String text) {

    /** How bad it is. */
    enum Grade {
        OK("ok  "),
        NOTE("note"),
        BAD("BAD ");

        private final String mark;

        Grade(String mark) {
            this.mark = mark;
        }

        String mark() {
            return mark;
        }
    }
}
