package io.plimsoll;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.plimsoll.config.Practice;
import io.plimsoll.config.Problem;
import io.plimsoll.contract.Table;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import org.apache.spark.sql.SparkSession;

/** The walls of the house: who may know whom. */
@AnalyzeClasses(packages = "io.plimsoll", importOptions = DoNotIncludeTests.class)
class WallsTest {

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("io.plimsoll..");

    /** Calls that tell a process where and when it runs. */
    private static final DescribedPredicate<JavaCall<?>> READS_ITS_SURROUNDINGS = calls(
            "the environment, the system properties or the clock",
            "java\\.lang\\.System\\.(getenv|getProperty|getProperties|currentTimeMillis|nanoTime)"
                    + "|java\\.lang\\.(Boolean\\.getBoolean|Integer\\.getInteger|Long\\.getLong)"
                    + "|java\\.time\\.(Clock|InstantSource)\\.(system|systemUTC|systemDefaultZone|tick.*)"
                    + "|java\\.time\\..*\\.now"
                    + "|java\\.time\\.ZoneId\\.systemDefault"
                    + "|org\\.apache\\.spark\\.sql\\.functions\\.(current_date|current_timestamp|now|localtimestamp|rand|randn|uuid)");

    @ArchTest
    static final ArchRule statisticsIsPlainJava = noClasses()
            .that()
            .resideInAPackage("io.plimsoll.statistics..")
            .should()
            .dependOnClassesThat(OURS.and(DescribedPredicate.not(resideInAPackage("io.plimsoll.statistics.."))))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "io.delta..", "scala..");

    @ArchTest
    static final ArchRule theDemoKnowsNothingOfThePipelineThatItTests = noClasses()
            .that()
            .resideInAPackage("io.plimsoll.demo..")
            .should()
            .dependOnClassesThat(OURS.and(
                    DescribedPredicate.not(resideInAnyPackage("io.plimsoll.demo..", "io.plimsoll.statistics.."))));

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsTheDemo = noClasses()
            .that()
            .resideOutsideOfPackages("io.plimsoll.demo..", "io.plimsoll.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.plimsoll.demo..");

    @ArchTest
    static final ArchRule onlyTheLakeTouchesDelta = noClasses()
            .that()
            .resideOutsideOfPackage("io.plimsoll.lake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..");

    // Three doors: variables of the process for secrets, the property by which the launcher says where conf/ is, and
    // the
    // folder that keeps Spark from making a warehouse.
    @ArchTest
    static final ArchRule onlyTheCommandLineReadsEnvironmentAndClock = noClasses()
            .that()
            .resideOutsideOfPackage("io.plimsoll.cli..")
            .and()
            .haveNameNotMatching("io\\.plimsoll\\.(config\\.Environment|config\\.Defaults|lake\\.Sessions)")
            .should()
            .callCodeUnitWhere(READS_ITS_SURROUNDINGS);

    // A feed's columns are declared once, in source.feed; the catalogue's tables stand on catalog, the sources' on
    // config.
    @ArchTest
    static final ArchRule silverReadsBronzeAndCatalogue = classes()
            .that()
            .resideInAPackage("io.plimsoll.silver..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.plimsoll.silver..",
                            "io.plimsoll.bronze..",
                            "io.plimsoll.source.feed..",
                            "io.plimsoll.catalog..",
                            "io.plimsoll.config..",
                            "io.plimsoll.contract..",
                            "io.plimsoll.bridge..",
                            "io.plimsoll.statistics..")
                    .or(DescribedPredicate.not(OURS)));

    // The practices of conf/maturity.yaml are queries over published tables, so what they say is known where they are
    // answered.
    @ArchTest
    static final ArchRule goldReadsSilverCatalogueAndGold = classes()
            .that()
            .resideInAPackage("io.plimsoll.gold..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.plimsoll.gold..",
                            "io.plimsoll.silver..",
                            "io.plimsoll.catalog..",
                            "io.plimsoll.contract..",
                            "io.plimsoll.bridge..",
                            "io.plimsoll.statistics..")
                    .or(JavaClass.Predicates.belongTo(JavaClass.Predicates.equivalentTo(Practice.class)))
                    .or(JavaClass.Predicates.equivalentTo(Problem.class))
                    .or(DescribedPredicate.not(OURS)));

    @ArchTest
    static final ArchRule buildsArePureFunctions = noClasses()
            .that()
            .implement(Table.class)
            .or()
            .resideInAPackage("io.plimsoll.gold..")
            .or()
            .resideInAPackage("io.plimsoll.silver..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    SparkSession.class,
                    org.apache.spark.sql.classic.SparkSession.class,
                    Files.class,
                    Path.class,
                    File.class,
                    InputStream.class,
                    Clock.class,
                    InstantSource.class,
                    Random.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("io.plimsoll.lake..", "org.apache.hadoop..");

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("io.plimsoll.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfStatisticsHaveNoCycles =
            slices().matching("io.plimsoll.statistics.(*)..").should().beFreeOfCycles();

    private static DescribedPredicate<JavaCall<?>> calls(String what, String methods) {
        return DescribedPredicate.describe(
                what,
                call -> call.getTarget().getFullName().replaceAll("\\(.*", "").matches(methods));
    }
}
