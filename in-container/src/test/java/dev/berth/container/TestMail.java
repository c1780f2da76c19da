package dev.berth.container;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server, which ends with the JVM. */
record TestMail(GreenMail server) {

    static final String USER = "berth";
    static final String PASSWORD = "mail's \"secret\"";

    private static final Pattern CODE = Pattern.compile("(?m)^ +([0-9]{6})\\s*$");

    static TestMail started() {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        server.setUser("berth@example.org", USER, PASSWORD);
        return new TestMail(server);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Returns how many letters to an address have arrived. */
    int count(String email) {
        return to(email).size();
    }

    /** Waits for so many letters to an address, and returns the code of the last. */
    String code(String email, int letters) {
        await().atMost(Duration.ofSeconds(20)).until(() -> count(email) >= letters);
        Matcher code = CODE.matcher(to(email).getLast());
        if (!code.find()) {
            throw new IllegalStateException("there is no code in the letter to " + email);
        }
        return code.group(1);
    }

    private List<String> to(String email) {
        return Arrays.stream(server.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .filter(letter -> letter.contains("To: " + email))
                .toList();
    }
}
