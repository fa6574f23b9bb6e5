package io.plimsoll.config;

import java.util.regex.Pattern;

/**
 * The folder that holds settings, catalogue, landing files and lake. Nothing outside it is written.
 *
 * @param root a local path or a URI, without a slash at its end
 */
public record Workspace(String root) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    /** Takes the slash at the end away. */
    public Workspace {
        root = root.length() > 1 && root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    /** Whether it is a URI rather than a path of this machine. */
    public boolean isUri() {
        return isUri(root);
    }

    /** A path below the workspace in full; an absolute path or a URI as it is. */
    public String resolve(String path) {
        return isAbsolute(path) ? path : root + "/" + path;
    }

    /** Whether a path does not depend on the workspace: it begins with a slash, or is a URI. */
    public static boolean isAbsolute(String path) {
        return path.startsWith("/") || isUri(path);
    }

    /** Whether a relative path leads out of the workspace. */
    public static boolean leaves(String path) {
        int depth = 0;
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                depth--;
            } else if (!name.isEmpty() && !name.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUri(String path) {
        return SCHEME.matcher(path).matches();
    }
}
