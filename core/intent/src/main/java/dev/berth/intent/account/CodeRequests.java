package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.intent.audit.Deed;
import dev.berth.intent.mail.Mail;
import dev.berth.intent.tenant.InvitationStore;
import dev.berth.model.Email;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Mails codes to those who have an account, or may make one. */
public final class CodeRequests {

    private final Transactions transactions;
    private final Accounts accounts;
    private final InvitationStore invitations;
    private final MailedCodes codes;
    private final Throttle throttle;
    private final Mail mail;
    private final Admission admission;
    private final InstantSource clock;
    private final TimeBuckets time;

    /** Creates it over where accounts are kept and what carries letters. */
    public CodeRequests(
            Transactions transactions,
            Accounts accounts,
            InvitationStore invitations,
            MailedCodes codes,
            Throttle throttle,
            Mail mail,
            Admission admission,
            InstantSource clock,
            TimeBuckets time) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.invitations = invitations;
        this.codes = codes;
        this.throttle = throttle;
        this.mail = mail;
        this.admission = admission;
        this.clock = clock;
        this.time = time;
    }

    /** Mails a code, if the address may have one; does not tell, and takes as long either way. */
    public void send(String email, Origin origin) {
        Email address = Email.parse(email).orElseThrow(CodeRequests::noAddress);
        // also for the letter to be on its way before the answer, which it would slow down
        time.fill(() -> send(address, origin));
    }

    private void send(Email address, Origin origin) {
        Optional<String> code =
                transactions.call(
                        () -> {
                            throttle.attempt(Pace.CODES, origin.network());
                            throttle.attempt(Pace.CODE, address.value(), origin.network());
                            // nobody has the code of an address that may have none
                            String made = codes.make(address, origin);
                            return mayHave(address) ? Optional.of(made) : Optional.empty();
                        });
        code.ifPresent(text -> mail.send(Letters.code(address, text)));
    }

    private boolean mayHave(Email address) {
        Optional<Account> known = accounts.byEmail(address.value());
        Deed.claimed(known.map(Account::user));
        boolean invited = invitations.invited(address, clock.instant());
        return known.isPresent() || invited || admission == Admission.OPEN;
    }

    private static Refusal noAddress() {
        return Refusal.of(
                Refusal.Kind.MALFORMED,
                "cannot send a code",
                List.of(new Problem("/email", "must be an address such as ada@example.org")));
    }
}
