package dev.perennial.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of rooms: who may depend on whom. */
class RoomsTest {

  private static final String ROOT = "dev.perennial.";

  /** Folder and package of each room, in the order of the table. */
  private static final Map<String, String> PACKAGES =
      Map.ofEntries(
          Map.entry("domain", "domain"),
          Map.entry("contracts", "contracts"),
          Map.entry("service-starter", "starter"),
          Map.entry("ingest-api", "ingest"),
          Map.entry("stream-processor", "processor"),
          Map.entry("connectors", "connectors"),
          Map.entry("notifier", "notifier"),
          Map.entry("dashboard", "dashboard"),
          Map.entry("operations", "operations"),
          Map.entry("backends", "backends"),
          Map.entry("standalone", "standalone"));

  /** What a room may use besides itself. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("domain", Set.of()),
          Map.entry("contracts", Set.of("domain")),
          Map.entry("service-starter", Set.of("domain", "contracts")),
          Map.entry("ingest-api", Set.of("domain", "contracts", "starter")),
          Map.entry("stream-processor", Set.of("domain", "contracts", "starter")),
          Map.entry("connectors", Set.of("domain", "contracts")),
          Map.entry("notifier", Set.of("domain", "contracts", "starter")),
          Map.entry("dashboard", Set.of("domain", "contracts", "starter")),
          Map.entry("operations", Set.of("domain", "contracts")),
          Map.entry("backends", Set.of()),
          Map.entry("standalone", Set.of("backends", "operations", "contracts", "domain")));

  private static final JavaClasses CLASSES = importRooms();

  static List<String> rooms() {
    return PACKAGES.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyWhatTheTableAllows(String room) {
    String[] forbidden =
        PACKAGES.values().stream()
            .filter(other -> !other.equals(PACKAGES.get(room)))
            .filter(other -> !ALLOWED.getOrDefault(room, Set.of()).contains(other))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomsClassesLieInItsOwnPackage(String room) {
    JavaClasses own = new ClassFileImporter().importPath(classesOf(room));

    assertThat(own).isNotEmpty();
    assertThat(own)
        .allSatisfy(type -> assertThat(type.getPackageName()).startsWith(rootPackageOf(room)));
  }

  @Test
  void theDomainIsPlainJava() {
    classes()
        .that()
        .resideInAPackage(packageOf("domain"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", packageOf("domain"))
        .check(CLASSES);
  }

  @Test
  void theOracleAndTheSampleShareNoCodeWithThePipeline() {
    for (String part : List.of("standalone.sample", "standalone.oracle")) {
      classes()
          .that()
          .resideInAPackage(ROOT + part + "..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              ROOT + "standalone.sample..",
              ROOT + "standalone.oracle..")
          .check(CLASSES);
    }
  }

  @Test
  void jsonIsJackson3() {
    noClasses()
        .that()
        // The library that describes types for OpenAPI hands them over in Jackson 2's terms.
        .doNotHaveFullyQualifiedName(ROOT + "ingest.schema.RequiredProperties")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
        .check(CLASSES);
  }

  private static JavaClasses importRooms() {
    return new ClassFileImporter()
        .importPaths(PACKAGES.keySet().stream().map(RoomsTest::classesOf).toList());
  }

  private static Path classesOf(String room) {
    return Path.of(System.getProperty("perennial.home"), room, "target", "classes");
  }

  private static String rootPackageOf(String room) {
    return ROOT + PACKAGES.get(room);
  }

  private static String packageOf(String room) {
    return rootPackageOf(room) + "..";
  }
}
