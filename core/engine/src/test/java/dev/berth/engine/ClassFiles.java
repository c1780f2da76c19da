package dev.berth.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleRequireInfo;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Changes class files inside of jars. */
final class ClassFiles {

    private static final int MAJOR = 6;

    private ClassFiles() {}

    /** Makes {@code entry} of {@code jar} one of class file version {@code major}. */
    static void setVersion(Path jar, String entry, int major) {
        change(jar, entry, bytes -> ByteBuffer.wrap(bytes).putShort(MAJOR, (short) major).array());
    }

    /** Makes the descriptor of {@code jar} forget which versions it was compiled against. */
    static void forgetVersions(Path jar) {
        change(
                jar,
                "module-info.class",
                bytes ->
                        ClassFile.of()
                                .transformClass(
                                        ClassFile.of().parse(bytes),
                                        (builder, element) ->
                                                builder.with(
                                                        element instanceof ModuleAttribute module
                                                                ? withoutVersions(module)
                                                                : element)));
    }

    private static ModuleAttribute withoutVersions(ModuleAttribute module) {
        return ModuleAttribute.of(
                module.moduleName(),
                module.moduleFlagsMask(),
                null,
                module.requires().stream()
                        .map(
                                one ->
                                        ModuleRequireInfo.of(
                                                one.requires(), one.requiresFlagsMask(), null))
                        .toList(),
                module.exports(),
                module.opens(),
                module.uses(),
                module.provides());
    }

    private static void change(Path jar, String entry, UnaryOperator<byte[]> change) {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path path = files.getPath(entry);
            Files.write(path, change.apply(Files.readAllBytes(path)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
