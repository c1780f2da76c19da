package dev.berth.bench;

import dev.berth.bench.Prober.Answer;
import dev.berth.bench.Prober.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the time of an answer tells who, or what, exists. */
@Command(
        name = "timing",
        header = "Whether the time of an answer tells who exists.",
        mixinStandardHelpOptions = true,
        description = {
            "Asks by turns for what exists and for what does not, where the answers are alike:",
            "logs in and asks for codes with known and unknown addresses, while registration is",
            "closed and while it is open, and asks for ids of another tenant and for ids that",
            "nobody has. Each request comes, as its proxy says, from a place of its own."
        })
final class TimingBench implements Runnable {

    private static final String UNKNOWN_UUID = "0badcafe-0bad-4afe-8bad-0badcafe0bad";

    @Option(names = "--pairs", description = "How many of each. Default: ${DEFAULT-VALUE}.")
    private int pairs = 2000;

    @Option(
            names = "--logins",
            description = "How many that hash a password. Default: ${DEFAULT-VALUE}.")
    private int logins = 1000;

    @Option(names = "--warm-up", description = "Pairs before. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 500;

    private final Report report = new Report("timing");
    private final RandomGenerator random = new SplittableRandom();

    /** A question about what exists, and the same about what does not. */
    private record Pair(Question known, Question unknown) {}

    @Override
    public void run() {
        for (String registration : new String[] {"closed", "open"}) {
            try (StartedBerth berth =
                            new StartedBerth()
                                    .with("berth.registration", registration)
                                    .with("berth.proxies", "127.0.0.1")
                                    .up();
                    Prober prober = new Prober(berth)) {
                Stranger stranger = Stranger.create(berth, prober);
                people().forEach((name, pair) -> measure(prober, name + ", " + registration, pair));
                if (registration.equals("closed")) {
                    String token = berth.secret("cli-token");
                    things(stranger, token).forEach((name, pair) -> measure(prober, name, pair));
                }
            }
        }
        report.print();
    }

    private static Map<String, Pair> people() {
        Map<String, Pair> people = new LinkedHashMap<>();
        for (String call : new String[] {"login", "send-code", "reset-password", "register"}) {
            people.put(call, new Pair(of(call, Stranger.EMAIL), of(call, "eve@example.org")));
        }
        return people;
    }

    private static Question of(String call, String address) {
        String proof =
                switch (call) {
                    case "login" -> ", \"password\": \"wrong horse\"";
                    case "send-code" -> "";
                    default -> ", \"code\": \"000000\", \"password\": \"wrong horse\"";
                };
        return Question.ofNobody(
                "POST /api/auth/" + call, "{\"email\": \"%s\"%s}".formatted(address, proof));
    }

    private static Map<String, Pair> things(Stranger stranger, String token) {
        Map<String, Pair> things = new LinkedHashMap<>();
        String worker = "/api/v1/worker/%s";
        things.put("GET worker", pair("GET " + worker, stranger.worker(), "0badcafe", token));
        things.put("DELETE worker", pair("DELETE " + worker, stranger.worker(), "0badcafe", token));
        things.put("GET task", pair("GET /api/v1/task/%s", stranger.task(), UNKNOWN_UUID, token));
        things.put(
                "DELETE token",
                pair("DELETE /api/v1/tokens/%s", stranger.token(), UNKNOWN_UUID, token));
        things.put(
                "X-Berth-Tenant",
                new Pair(
                        new Question("GET /api/v1/worker", token, stranger.tenant(), ""),
                        new Question("GET /api/v1/worker", token, UNKNOWN_UUID, "")));
        return things;
    }

    private static Pair pair(String call, String known, String unknown, String token) {
        return new Pair(
                Question.of(call.formatted(known), token, ""),
                Question.of(call.formatted(unknown), token, ""));
    }

    private void measure(Prober prober, String name, Pair pair) {
        int count = name.startsWith("login") ? logins : pairs;
        double[] known = new double[count];
        double[] unknown = new double[count];
        for (int n = -warmUp; n < count; n++) {
            boolean turned = random.nextBoolean();
            Answer first = prober.elsewhere().ask(turned ? pair.unknown() : pair.known());
            Answer second = prober.elsewhere().ask(turned ? pair.known() : pair.unknown());
            if (first.status() != second.status() || first.status() == 429) {
                throw new BenchFailure("%s: %s, %s".formatted(name, first, second));
            }
            if (n >= 0) {
                known[n] = (turned ? second : first).micros();
                unknown[n] = (turned ? first : second).micros();
            }
        }
        report.add(row(name, MedianDifference.of(known, unknown, random)));
    }

    private static Row row(String name, MedianDifference difference) {
        return Row.of("run", name)
                .and("known_us", difference.first())
                .and("unknown_us", difference.second())
                .and("difference_us", difference.value())
                .and("from_us", difference.low())
                .and("to_us", difference.high())
                .and("tells", difference.tells() ? "yes" : "no")
                .and("pairs_at_least", (long) difference.needed());
    }
}
