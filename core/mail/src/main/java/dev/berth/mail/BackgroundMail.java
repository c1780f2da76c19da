package dev.berth.mail;

import dev.berth.intent.mail.Letter;
import dev.berth.intent.mail.Mail;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes letters at once and carries them afterwards, each in a virtual thread of its own: whoever
 * asks for one does not learn from the time it takes whether it was sent. What fails is logged, and
 * not tried again: who waits for a code asks for another.
 */
public final class BackgroundMail implements Mail, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BackgroundMail.class.getName());
    private static final int MOST = 32;
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Mail carrier;
    private final Semaphore places = new Semaphore(MOST);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /** Creates it over what carries letters and waits until they are handed over. */
    public BackgroundMail(Mail carrier) {
        this.carrier = carrier;
    }

    @Override
    public void send(Letter letter) {
        if (places.tryAcquire()) {
            executor.execute(() -> carry(letter));
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a letter is dropped, as too many wait to be carried: subject={0}",
                    letter.subject());
        }
    }

    private void carry(Letter letter) {
        try {
            carrier.send(letter);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "a letter is lost", failure);
        } finally {
            places.release();
        }
    }

    /** Lets what is being carried arrive, if it is quick. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException stop) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
