package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two Outers and two Inners, in two Liberty servers, over one database and one Kafka. What happens
 * is told once, in {@link #start}: the second server finds its name taken, then has it; they share
 * work; the second is killed within its calls, while a user asks both. Each test looks at one
 * outcome. CONTRIBUTING names the run with three servers.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TwoServersIT {

    private static final byte[] SOURCE = Sources.archive(Sources.manifest("./start"));
    private static final Duration WORK = Duration.ofSeconds(90);
    private static final int SERVERS = Integer.getInteger("berth.servers", 2);
    private static final int SHARED = 40;
    private static final int SLOTS = 8;
    private static final int REQUESTS = 1_000;

    private static final String WORKING =
            "SELECT count(DISTINCT lease_owner) FROM tasks WHERE state = 'running'";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<TestWorker> workers = new ArrayList<>();
    private StartedBerth berth;
    private Client client;
    private SecondServer second;
    private final List<Integer> outers = new ArrayList<>();
    private Journal journal;
    private Path sharing;
    private Path killed;
    private Noted successes;
    private Noted firings;
    private String hindrance;
    private Set<Long> sharedBy;
    private long held;
    private String session;
    private int repeated;
    private List<String> failures;

    @BeforeAll
    void start(@TempDir Path home, @TempDir Path elsewhere, @TempDir Path directory)
            throws IOException, SQLException {
        new PretendingPlugin(home.resolve("plugins"), new Jars(elsewhere), PluginAuthor.spi())
                .write();
        journal = new Journal(elsewhere);
        sharing = elsewhere.resolve("sharing");
        killed = elsewhere.resolve("killed");
        berth =
                StartedBerth.in(home)
                        .with("berth.plugin.slots", Integer.toString(SLOTS))
                        .with("berth.runtime", "process,shared,lost")
                        .with("berth.runtime.shared.use", "recording")
                        .with("berth.runtime.shared.directory", elsewhere.toString())
                        .with("berth.runtime.shared.gate", sharing.toString())
                        .with("berth.runtime.lost.use", "recording")
                        .with("berth.runtime.lost.directory", elsewhere.toString())
                        .with("berth.runtime.lost.gate", killed.toString());
        open.push(berth);
        berth.up();
        client = new Client(berth);
        open.push(client);
        successes = Noted.successes(berth);
        firings = Noted.firings(berth);
        findTheNameTaken(directory);
        for (int number = 3; number <= SERVERS; number++) {
            startAnother(directory.resolve("server-" + number), "inner-" + number);
        }
        shareWork();
        loseTheSecond();
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private void findTheNameTaken(Path directory) throws IOException, SQLException {
        try (Connection other = berth.database("berth_inner", "db-inner");
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('inner-2', 7261))");
            second =
                    SecondServer.start(
                            berth, Files.createDirectory(directory.resolve("server-2")), "inner-2");
            open.push(second);
            hindrance = second.awaitHindrance();
        }
        second.awaitReady();
        outers.addAll(List.of(berth.port("outer"), second.port("outer")));
    }

    private void startAnother(Path directory, String name) throws IOException {
        SecondServer server = SecondServer.start(berth, Files.createDirectories(directory), name);
        open.push(server);
        server.awaitReady();
        outers.add(server.port("outer"));
    }

    private void shareWork() throws IOException, SQLException {
        deploy(SHARED, "shared");
        await().atMost(WORK).until(() -> number(WORKING) == SERVERS);
        Files.createFile(sharing);
        awaitSuccesses();
        sharedBy =
                journal.effects().stream().map(Journal.Line::process).collect(Collectors.toSet());
    }

    private void loseTheSecond() throws IOException, SQLException {
        session =
                berth.secrets()
                        .token(
                                "session's token",
                                Requests.login(
                                        second.port("outer"), berth.secret("admin-password")));
        List<String> paths =
                List.of("/api/v1/worker?limit=5", "/api/v1/worker/" + workers.getFirst().id());
        deploy(2 * SLOTS, "lost");
        await().atMost(WORK).until(() -> journal.open(second.pid()).size() > 1);
        try (Requests requests = new Requests(outers, session, REQUESTS, paths)) {
            await().atMost(WORK)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> requests.answered() > REQUESTS / 20);
            second.kill();
            journal.killed(second.pid());
            held = new HeldTasks(berth).note();
            Files.createFile(killed);
            failures = requests.failures();
            repeated = requests.repeated();
        }
        awaitSuccesses();
    }

    @Test
    void nameThatIsTakenIsToldWithTheSettingThatGivesAnother() throws IOException {
        assertThat(hindrance).contains("'inner-2'", "127.0.0.1", "berth.inner.name");
        assertThat(second.log())
                .filteredOn(line -> line.contains("\"loglevel\":\"SEVERE\""))
                .singleElement()
                .asString()
                .contains("berth.inner.name", "name=inner-2");
    }

    @Test
    void eachDidSomeOfTheWork() {
        assertThat(sharedBy).hasSize(SERVERS).contains(second.pid());
    }

    @Test
    void noTaskWasWorkedOnByTwoAtOnce() {
        Map<String, Set<Long>> processes =
                journal.calls().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Journal.Line::claim,
                                        Collectors.mapping(
                                                Journal.Line::process, Collectors.toSet())));

        assertThat(journal.intrusions()).isEmpty();
        assertThat(processes.values()).allSatisfy(by -> assertThat(by).hasSize(1));
    }

    @Test
    void everyTaskHadOneEffectAndOneSuccess() throws SQLException {
        assertThat(journal.effects())
                .extracting(Journal.Line::release)
                .hasSize(workers.size())
                .doesNotHaveDuplicates();
        assertThat(successes.counts()).hasSize(workers.size());
        assertThat(successes.counts().values()).containsOnly(1);
        assertThat(number("SELECT count(*) FROM task_attempts WHERE outcome = 'freed'")).isZero();
    }

    @Test
    void whatTheKilledOneHeldWasTakenOverAfterItsLeaseAndNotBefore() throws SQLException {
        HeldTasks.TakenOver takenOver = new HeldTasks(berth).takenOver();

        assertThat(held).isPositive();
        assertThat(takenOver.tasks()).isEqualTo(held);
        assertThat(takenOver.earliest()).isPositive();
        assertThat(takenOver.latest()).isLessThan(15);
    }

    @Test
    void everyDutyOfTheClockWasDoneOnce() throws SQLException {
        assertThat(firings.counts())
                .isEqualTo(Map.of("purge-tasks", 1, "purge-attempts", 1, "purge-events", 1));
    }

    @Test
    void noRequestFailedForAUserWhoAsksTheOther() {
        assertThat(repeated).isPositive();
        assertThat(failures).isEmpty();
    }

    @Test
    void sessionOfTheKilledOuterGoesOn() {
        try (Requests requests =
                new Requests(List.of(berth.port("outer")), session, 1, List.of("/api/v1/worker"))) {
            assertThat(requests.failures()).isEmpty();
        }
    }

    private void deploy(int count, String runtime) {
        for (int number = 0; number < count; number++) {
            Client.Answer created =
                    client.post(
                            "/api/v1/worker",
                            "{\"worker_name\": \"%s\", \"runtime\": \"%s\"}"
                                    .formatted(Names.fresh(), runtime));
            TestWorker worker = new TestWorker(client, created.text("worker_id"));
            assertThat(worker.deploy(SOURCE, Map.of()).status()).isEqualTo(200);
            workers.add(worker);
        }
    }

    private void awaitSuccesses() {
        await().atMost(WORK).until(() -> successes.counts().size() == workers.size());
    }

    private long number(String query) throws SQLException {
        try (Connection database = berth.database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
