package dev.berth.store;

import dev.berth.intent.Transactions;
import dev.berth.intent.account.Accounts;
import dev.berth.intent.account.AttemptStore;
import dev.berth.intent.account.CodeStore;
import dev.berth.intent.account.Delegates;
import dev.berth.intent.account.SeenSignatures;
import dev.berth.intent.account.SigningKeyStore;
import dev.berth.intent.account.TokenStore;
import dev.berth.intent.audit.AuditStore;
import dev.berth.intent.audit.AuditedTransactions;
import dev.berth.intent.event.EventStore;
import dev.berth.intent.info.Extensions;
import dev.berth.intent.login.IdentityStore;
import dev.berth.intent.login.LoginStore;
import dev.berth.intent.once.AnswerStore;
import dev.berth.intent.report.OperatorStore;
import dev.berth.intent.report.ReportStore;
import dev.berth.intent.source.SourceStore;
import dev.berth.intent.task.TaskStore;
import dev.berth.intent.task.UserTaskStore;
import dev.berth.intent.tenant.InvitationStore;
import dev.berth.intent.tenant.MemberStore;
import dev.berth.intent.tenant.ProjectStore;
import dev.berth.intent.tenant.QuotaStore;
import dev.berth.intent.usage.ResourceUsageStore;
import dev.berth.intent.worker.WorkerStore;
import dev.berth.store.account.JpaAccounts;
import dev.berth.store.account.JpaTokens;
import dev.berth.store.account.SqlAttempts;
import dev.berth.store.account.SqlCodes;
import dev.berth.store.account.SqlDelegates;
import dev.berth.store.account.SqlOperators;
import dev.berth.store.account.SqlSigningKeys;
import dev.berth.store.audit.SqlAudit;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.cipher.ConfigKeys;
import dev.berth.store.cipher.TextCipher;
import dev.berth.store.event.SqlEvents;
import dev.berth.store.login.SqlIdentities;
import dev.berth.store.login.SqlLogins;
import dev.berth.store.once.SqlAnswers;
import dev.berth.store.once.SqlSeenSignatures;
import dev.berth.store.source.JpaSourceStore;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.task.JpaTaskStore;
import dev.berth.store.task.SqlNewUserTasks;
import dev.berth.store.tenant.SqlInvitations;
import dev.berth.store.tenant.SqlMembers;
import dev.berth.store.tenant.SqlProjects;
import dev.berth.store.usage.SqlQuotas;
import dev.berth.store.usage.SqlReports;
import dev.berth.store.usage.SqlResourceUsage;
import dev.berth.store.worker.JpaWorkerStore;
import javax.sql.DataSource;

/**
 * What Outer keeps and reads, as {@code berth_outer}. Opens without the database, and refuses with
 * {@code UNAVAILABLE} while it is away. Safe for use by several threads.
 */
public final class OuterStore implements AutoCloseable {

    private final JpaTransactions transactions;
    private final ConfigCipher cipher;
    private final TextCipher texts;

    private OuterStore(DataSource dataSource, ConfigKeys keys) {
        this.transactions = new JpaTransactions(dataSource);
        this.cipher = new ConfigCipher(keys);
        this.texts = new TextCipher(keys);
    }

    /** Opens the ports over a pool of connections; close it before the pool. */
    public static OuterStore open(DataSource dataSource, ConfigKeys keys) {
        return new OuterStore(dataSource, keys);
    }

    /** Returns what the other ports need around their calls; keeps what a deed notes in it. */
    public Transactions transactions() {
        return new AuditedTransactions(new OuterTransactions(transactions), audit());
    }

    /** Returns the log of who did what. */
    public AuditStore audit() {
        return new SqlAudit(transactions);
    }

    /** Returns the events that clients follow. */
    public EventStore events() {
        return new SqlEvents(transactions);
    }

    /** Returns where users are kept. */
    public Accounts accounts() {
        return new JpaAccounts(transactions);
    }

    /** Returns where personal access tokens are kept. */
    public TokenStore tokens() {
        return new JpaTokens(transactions);
    }

    /** Returns where the keys are kept that users sign by. */
    public SigningKeyStore signingKeys() {
        return new SqlSigningKeys(transactions, texts);
    }

    /** Returns the signatures that came lately. */
    public SeenSignatures signatures() {
        return new SqlSeenSignatures(transactions);
    }

    /** Returns the answers to requests that have one effect. */
    public AnswerStore answers() {
        return new SqlAnswers(transactions, texts);
    }

    /** Returns where codes that were mailed are kept. */
    public CodeStore codes() {
        return new SqlCodes(transactions);
    }

    /** Returns where it is kept who is whom at providers. */
    public IdentityStore identities() {
        return new SqlIdentities(transactions);
    }

    /** Returns where logins are kept that are not at their end. */
    public LoginStore logins() {
        return new SqlLogins(transactions);
    }

    /** Returns where attempts are counted. */
    public AttemptStore attempts() {
        return new SqlAttempts(transactions);
    }

    /** Returns where members of tenants are kept. */
    public MemberStore members() {
        return new SqlMembers(transactions);
    }

    /** Returns where invitations into tenants are kept. */
    public InvitationStore invitations() {
        return new SqlInvitations(transactions);
    }

    /** Returns where projects are kept. */
    public ProjectStore projects() {
        return new SqlProjects(transactions);
    }

    /** Returns where quotas are kept. */
    public QuotaStore quotas() {
        return new SqlQuotas(transactions);
    }

    /** Returns where workers are kept. */
    public WorkerStore workers() {
        return new JpaWorkerStore(transactions, cipher);
    }

    /** Returns where tasks are kept. */
    public TaskStore tasks() {
        return new JpaTaskStore(transactions);
    }

    /** Returns where tasks about users are added. */
    public UserTaskStore userTasks() {
        return new SqlNewUserTasks(transactions);
    }

    /** Returns who runs this Berth. */
    public OperatorStore operators() {
        return new SqlOperators(transactions);
    }

    /** Returns what Inner found that users hold. */
    public ReportStore reports() {
        return new SqlReports(transactions);
    }

    /** Returns what resources were used for. */
    public ResourceUsageStore resourceUsage() {
        return new SqlResourceUsage(transactions);
    }

    /** Returns who users are whom another part of Berth names. */
    public Delegates delegates() {
        return new SqlDelegates(transactions);
    }

    /** Returns where sources are kept. */
    public SourceStore sources() {
        return new JpaSourceStore(transactions);
    }

    /** Returns what Inner published. */
    public Extensions extensions() {
        return new JpaExtensions(transactions);
    }

    @Override
    public void close() {
        transactions.close();
    }
}
