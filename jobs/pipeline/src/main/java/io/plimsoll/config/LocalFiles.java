package io.plimsoll.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Files of a folder of this machine. Links to folders are followed, as mounted configuration has them. */
final class LocalFiles implements WorkspaceFiles {

    private final Path root;

    private LocalFiles(Path root) {
        this.root = root;
    }

    static LocalFiles of(Workspace workspace) {
        return new LocalFiles(Path.of(workspace.root()));
    }

    @Override
    public List<String> list(String folder) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(LocalFiles::isVisible)
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVisible(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .noneMatch(name -> name.toString().startsWith("."));
    }

    @Override
    public boolean exists(String path) {
        return Files.isRegularFile(root.resolve(path));
    }

    @Override
    public byte[] read(String path) {
        try {
            return Files.readAllBytes(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
