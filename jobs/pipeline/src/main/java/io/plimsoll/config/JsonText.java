package io.plimsoll.config;

/** JSON as the YAML that says the same: YAML knows no tab as white space, and no escaped slash. */
final class JsonText {

    private JsonText() {}

    /** The text with the same lines. */
    static String asYaml(String json) {
        StringBuilder yaml = new StringBuilder(json.length());
        for (int index = 0; index < json.length(); index++) {
            char letter = json.charAt(index);
            boolean escapes = letter == '\\' && index + 1 < json.length();
            if (escapes && json.charAt(index + 1) == '/') {
                yaml.append('/');
                index++;
            } else if (escapes) {
                yaml.append(letter).append(json.charAt(index + 1));
                index++;
            } else {
                // Outside of strings a tab is white space, and inside JSON allows none.
                yaml.append(letter == '\t' ? ' ' : letter);
            }
        }
        return yaml.toString();
    }
}
