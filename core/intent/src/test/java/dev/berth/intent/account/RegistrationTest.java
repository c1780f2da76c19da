package dev.berth.intent.account;

import static dev.berth.intent.account.Reception.ELSEWHERE;
import static dev.berth.intent.account.Reception.HOME;
import static dev.berth.intent.account.Reception.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.berth.intent.task.NewUserTask;
import dev.berth.intent.tenant.Quota;
import dev.berth.model.Caller;
import dev.berth.model.Email;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

    private static final String ADA = "ada@example.org";

    private final Reception open = new Reception(Admission.OPEN);
    private final Reception closed = new Reception(Admission.CLOSED);

    @Test
    void registeredUserOwnsATenantWithAProjectAndQuotas() {
        Registration.Registered registered = open.register("Ada@Example.org");

        Caller caller = open.authentication.authenticate(registered.session().token());

        assertThat(registered.email()).isEqualTo(new Email(ADA));
        assertThat(registered.toString()).doesNotContain(registered.secretKey().text());
        open.signingKeys.add(caller);
        assertThat(
                        open.transactions.call(
                                () -> open.signingKeys.signer(caller.user()).map(Signer::key)))
                .contains(registered.secretKey());
        assertThat(caller.role()).isEqualTo(Role.OWNER);
        open.transactions.run(
                () -> {
                    assertThat(open.accounts.project(caller.tenant(), "default")).isPresent();
                    assertThat(open.quotaStore.limits(caller.tenant()))
                            .containsEntry(Quota.WORKERS, 3L);
                });
        assertThat(open.authentication.login(ADA, PASSWORD, ELSEWHERE).user())
                .isEqualTo(caller.user());
    }

    @Test
    void whatIsToBeDoneForARegisteredUserIsATaskThatInnerIsToldOf() {
        Registration.Registered registered = open.register(ADA);

        assertThat(open.tasks)
                .extracting(NewUserTask::type, NewUserTask::user)
                .containsExactly(tuple(TaskType.USER_REGISTER, registered.session().user()));
        assertThat(open.announced).containsExactly(open.tasks.getFirst().id());
    }

    @Test
    void codeIsGoodOnce() {
        String code = open.code(ADA);
        open.registration().register(new Proof(ADA, code, PASSWORD), HOME);

        Refusal again = refusal(() -> register(open, code));

        assertThat(again.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(open.accounts.size()).isEqualTo(1);
    }

    @Test
    void codeIsGoodForTenMinutes() {
        String code = open.code(ADA);

        open.clock.forward(MailedCodes.LIFE);

        assertThat(refusal(() -> register(open, code)).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void codeIsGoodForFiveTries() {
        String code = open.code(ADA);
        for (int n = 0; n < MailedCodes.TRIES; n++) {
            refusal(() -> register(open, Reception.wrong(code)));
        }

        assertThat(refusal(() -> register(open, code)).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void triesAndCodesOfSomebodyElseDoNoHarm() {
        String code = open.code(ADA);
        String attackers = open.code(ADA, ELSEWHERE);
        for (int n = 0; n < 2 * MailedCodes.TRIES; n++) {
            refusal(
                    () ->
                            open.registration()
                                    .register(
                                            new Proof(ADA, Reception.wrong(attackers), PASSWORD),
                                            ELSEWHERE));
        }

        register(open, code);

        assertThat(open.accounts.size()).isEqualTo(1);
    }

    @Test
    void laterCodeTakesThePlaceOfAnEarlierOne() {
        String first = open.code(ADA);
        String second = open.code(ADA);

        assertThat(refusal(() -> register(open, first)).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        register(open, second);
    }

    @Test
    void wrongCodeTakesNoTimeForAHash() {
        String code = open.code(ADA);

        refusal(() -> register(open, Reception.wrong(code)));

        assertThat(open.passwords.hashed()).isEqualTo(1);
    }

    @Test
    void knownAddressIsToldSoOnlyWithTheCodeOfItsMail() {
        open.register(ADA);
        String code = open.code(ADA);

        Refusal wrong = refusal(() -> register(open, Reception.wrong(code)));
        Refusal right = refusal(() -> register(open, code));

        assertThat(wrong.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(right.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void nobodyWhoIsNotInvitedComesInWhereItIsClosed() {
        String code = closed.code(ADA);

        Refusal refused = refusal(() -> register(closed, code));

        assertThat(closed.letters).isEmpty();
        assertThat(refused.kind()).isEqualTo(Refusal.Kind.DENIED);
        assertThat(closed.accounts.size()).isZero();
    }

    @Test
    void whereItIsClosedNobodyLearnsWithoutTheCodeWhoIsInvited() {
        closed.invite(ADA);
        String code = closed.code(ADA);
        closed.code("bob@example.org");

        Refusal invited = refusal(() -> register(closed, Reception.wrong(code)));
        Refusal stranger =
                refusal(
                        () ->
                                closed.registration()
                                        .register(
                                                new Proof("bob@example.org", "123456", PASSWORD),
                                                HOME));

        assertThat(stranger).hasMessage(invited.getMessage());
        assertThat(stranger.kind()).isEqualTo(invited.kind());
    }

    @Test
    void invitedAddressComesInAndIsAMember() {
        TenantId tenant = closed.invite(ADA);

        UserId user = closed.register(ADA).session().user();

        assertThat(closed.members.role(tenant, user)).contains(Role.DEVELOPER);
        assertThat(closed.members.invitations()).isEmpty();
    }

    @Test
    void invitationIsGoodForAWhile() {
        closed.invite(ADA);

        closed.clock.forward(Duration.ofDays(1));

        closed.code(ADA);
        assertThat(closed.letters).isEmpty();
    }

    @Test
    void codeIsMadeForEverybodyThoughNotMailed() {
        closed.code(ADA);

        assertThat(closed.letters).isEmpty();
        assertThat(closed.codeStore.size()).isEqualTo(1);
    }

    @Test
    void codesAreMailedEverMoreSlowlyToOnePlaceAndNotToAnother() {
        for (int n = 0; n < Pace.CODE.free(); n++) {
            open.code(ADA);
        }

        Refusal refused = refusal(() -> open.code(ADA));

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(1));
        open.code(ADA, ELSEWHERE);
        assertThat(open.letters).hasSize(1);
        open.clock.forward(Duration.ofMinutes(1));
        open.code(ADA);
        assertThat(open.letters).hasSize(1);
        assertThat(refusal(() -> open.code(ADA)).retryAfter()).contains(Duration.ofMinutes(2));
    }

    @Test
    void onePlaceHasNotManyAddressesMailed() {
        for (int n = 0; n < Pace.CODES.free(); n++) {
            open.code("user%d@example.org".formatted(n));
        }

        assertThat(refusal(() -> open.code(ADA)).kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
    }

    @Test
    void whoIsMailedNothingWaitsAsLongForTheAnswer() {
        closed.invite(ADA);

        closed.code(ADA);
        long invited = closed.waited.get();
        closed.code("bob@example.org");
        long unknown = closed.waited.get() - invited;

        assertThat(unknown).isPositive().isEqualTo(invited);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "@example.org", "a@b\r\nBcc: c@d", "ä@example.org"})
    void whatIsNoAddressIsRefused(String email) {
        Refusal refused = refusal(() -> open.requests().send(email, HOME));

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refused.problems()).extracting(Problem::pointer).containsExactly("/email");
    }

    @Test
    void allThatCannotBeIsNamedAtOnce() {
        Refusal refused =
                refusal(() -> open.registration().register(new Proof("", "12345", "short"), HOME));

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refused.problems())
                .extracting(Problem::pointer)
                .containsExactly("/email", "/code", "/password");
        assertThat(new Proof(ADA, "123456", PASSWORD).toString())
                .doesNotContain("123456")
                .doesNotContain(PASSWORD);
    }

    private static void register(Reception reception, String code) {
        reception.registration().register(new Proof(ADA, code, PASSWORD), HOME);
    }

    private static Refusal refusal(ThrowingCallable action) {
        return catchThrowableOfType(Refusal.class, action);
    }
}
