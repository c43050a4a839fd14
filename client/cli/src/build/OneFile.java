import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the command line one executable file: a shell script, and the archive with all classes after it. Classes in the format of
 * before Java 6 are brought to that of Java 17, since the JVM's archive of loaded classes takes no older ones.
 */
final class OneFile {

    private static final int OLDEST_ARCHIVED = ClassFile.JAVA_6_VERSION;

    private final ClassFile classFiles;

    private OneFile(URLClassLoader classes) {
        classFiles = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /** Arguments: the archive, the script, the file to make. */
    public static void main(String[] arguments) throws IOException {
        Path archive = Path.of(arguments[0]);
        Path product = Path.of(arguments[2]);
        try (URLClassLoader classes = new URLClassLoader(new URL[] {archive.toUri().toURL()});
                ZipFile in = new ZipFile(archive.toFile());
                OutputStream out = Files.newOutputStream(product)) {
            out.write(Files.readAllBytes(Path.of(arguments[1])));
            new OneFile(classes).copy(in, out);
        }
        if (Files.getFileStore(product).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(product, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void copy(ZipFile in, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                zip.putNextEntry(copy);
                zip.write(isClass(entry) ? renewed(content) : content);
                zip.closeEntry();
            }
        }
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
    }

    private byte[] renewed(byte[] content) {
        ClassModel model = classFiles.parse(content);
        if (model.majorVersion() >= OLDEST_ARCHIVED) {
            return content;
        }
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_17_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        // Bodies are written anew, for their stack maps.
        return classFiles.transformClass(
                model, version.andThen(ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element))));
    }
}
