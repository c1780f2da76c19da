package dev.berth.intent.account;

import dev.berth.intent.FakeTransactions;
import dev.berth.intent.MovableClock;
import dev.berth.intent.mail.Letter;
import dev.berth.intent.task.NewUserTask;
import dev.berth.intent.task.UserTasks;
import dev.berth.intent.tenant.InMemoryMembers;
import dev.berth.intent.tenant.InMemoryQuotas;
import dev.berth.intent.tenant.Quota;
import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Email;
import dev.berth.model.Invitation;
import dev.berth.model.InvitationId;
import dev.berth.model.Role;
import dev.berth.model.TaskId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The use cases of those who come and go, over stores in memory. */
public final class Reception {

    public static final Origin HOME = new Origin("192.0.2.1");
    public static final Origin ELSEWHERE = new Origin("198.51.100.7");
    public static final String PASSWORD = "correct horse";

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    public final FakeTransactions transactions = new FakeTransactions();
    public final MovableClock clock = new MovableClock();
    public final InMemoryAccounts accounts = new InMemoryAccounts(transactions);
    public final InMemoryMembers members = new InMemoryMembers(transactions);
    final InMemoryCodes codeStore = new InMemoryCodes(transactions);
    final InMemoryQuotas quotaStore = new InMemoryQuotas(transactions);
    final InMemorySigningKeys signingKeys = new InMemorySigningKeys(transactions);
    final PlainPasswords passwords = new PlainPasswords();
    final List<Letter> letters = new ArrayList<>();
    final AtomicLong waited = new AtomicLong();
    final List<NewUserTask> tasks = new ArrayList<>();
    final List<TaskId> announced = new ArrayList<>();

    public final Throttle throttle = new Throttle(new InMemoryAttempts(transactions), clock);
    private final InMemoryTokens tokens = new InMemoryTokens(transactions, accounts);
    private final MailedCodes codes =
            new MailedCodes(
                    transactions,
                    codeStore,
                    (email, origin, code) -> "hash of %s %s %s".formatted(email, origin, code),
                    clock,
                    new SplittableRandom(1));
    public final Authentication authentication =
            new Authentication(
                    transactions,
                    accounts,
                    passwords,
                    new PlainTokens(),
                    new TokenAuthentication(tokens, clock),
                    throttle,
                    clock);
    final PasswordResets resets =
            new PasswordResets(transactions, accounts, codes, passwords, throttle, clock);

    private final Admission admission;

    /** Creates it where registration is as {@code admission} says. */
    public Reception(Admission admission) {
        this.admission = admission;
    }

    CodeRequests requests() {
        return new CodeRequests(
                transactions,
                accounts,
                members,
                codes,
                throttle,
                letters::add,
                admission,
                clock,
                new TimeBuckets(Duration.ofMillis(25), waited::get, waited::addAndGet));
    }

    Registration registration() {
        return new Registration(
                transactions,
                accounts,
                newcomers(),
                codes,
                passwords,
                new SecretKeys(transactions, signingKeys, clock, new SplittableRandom(2)),
                userTasks(),
                authentication,
                admission);
    }

    /** Returns what takes people in. */
    public Newcomers newcomers() {
        return new Newcomers(accounts, members, quotas(), userTasks(), passwords, clock);
    }

    private UserTasks userTasks() {
        return new UserTasks(transactions, tasks::add, announced::add, clock);
    }

    private Quotas quotas() {
        return new Quotas(transactions, quotaStore, Map.of(Quota.WORKERS, 3L));
    }

    /** Asks for a code from home and returns the one that was mailed. */
    String code(String email) {
        return code(email, HOME);
    }

    String code(String email, Origin origin) {
        letters.clear();
        requests().send(email, origin);
        return letters.isEmpty() ? "000000" : read(letters.getLast());
    }

    /** Registers from home with the code that was mailed. */
    public Registration.Registered register(String email) {
        return registration().register(new Proof(email, code(email), PASSWORD), HOME);
    }

    /** Lets somebody invite {@code email} for a day, and returns to which tenant. */
    public TenantId invite(String email) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        Invitation invitation =
                new Invitation(
                        new InvitationId(UUID.randomUUID()),
                        tenant,
                        new Email(email),
                        Role.DEVELOPER,
                        clock.instant().plus(Duration.ofDays(1)));
        UserId inviter = new UserId(UUID.randomUUID());
        transactions.run(() -> members.put(invitation, inviter, clock.instant()));
        return tenant;
    }

    /** Returns another code than {@code right}. */
    static String wrong(String right) {
        return right.equals("123456") ? "654321" : "123456";
    }

    private static String read(Letter letter) {
        Matcher matcher = CODE.matcher(letter.text());
        if (!matcher.find()) {
            throw new IllegalStateException("there is no code in " + letter.text());
        }
        return matcher.group();
    }
}
