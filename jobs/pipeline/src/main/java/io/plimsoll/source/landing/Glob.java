package io.plimsoll.source.landing;

import java.util.regex.Pattern;

/**
 * A path with wildcards: {@code *} and {@code ?} within a name, {@code [abc]}, {@code {a,b}}, and {@code **} for any number of
 * folders. Names that begin with {@code _} or {@code .} are never matched by a wildcard folder or name: tools keep unfinished
 * files there.
 *
 * @param base the longest part without wildcards
 * @param pattern what a whole path must match
 * @param recursive whether folders below {@code base} are searched
 * @param takesFolders whether a matching folder is only a step on the way, not a mistake
 */
record Glob(String base, Pattern pattern, boolean recursive, boolean takesFolders) {

    private static final String WILD = "*?[{";

    /**
     * @param root what stands before the path and is taken literally, with its slash
     * @param path with wildcards
     */
    static Glob of(String root, String path) {
        int wild = firstWildcard(path);
        String base = wild < 0 ? path : path.substring(0, Math.max(0, path.lastIndexOf('/', wild)));
        String last = path.substring(path.lastIndexOf('/') + 1);
        return new Glob(root + base, Pattern.compile(Pattern.quote(root) + regex(path)), wild >= 0, last.equals("**"));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    private static int firstWildcard(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (WILD.indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".+");
                i++;
            } else if (c == '{') {
                regex.append("(?:");
                braces++;
            } else if (c == '}' && braces > 0) {
                regex.append(')');
                braces--;
            } else if (c == ',' && braces > 0) {
                regex.append('|');
            } else {
                regex.append(translated(glob, i));
                i = c == '[' ? Math.max(i, glob.indexOf(']', i)) : i;
            }
        }
        return regex.toString();
    }

    private static String translated(String glob, int at) {
        char c = glob.charAt(at);
        int end = glob.indexOf(']', at);
        if (c == '[' && end > at) {
            return "[" + glob.substring(at + 1, end).replace("!", "^") + "]";
        }
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(c));
        };
    }
}
