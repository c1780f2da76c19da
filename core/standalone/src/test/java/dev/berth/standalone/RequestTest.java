package dev.berth.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.network.Addresses;
import dev.berth.standalone.server.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestTest {

    private static final Settings NONE = new Settings(Map.of());
    private static final Request SILENT =
            new Request(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    @Test
    void withoutWishesEverythingIsLocal() {
        Addresses addresses = SILENT.addresses(NONE);

        assertThat(addresses.outer()).isEqualTo("http://127.0.0.1:9900");
        assertThat(addresses.publicUrlTemplate())
                .isEqualTo("http://{worker_id}.worker.localhost:8080");
    }

    @Test
    void theCommandLineGoesOverTheHomesSettings() {
        Settings operator =
                new Settings(
                        Map.of(
                                "berth.port.outer", "1000",
                                "berth.port.inner", "1001",
                                "berth.domain", "example.org"));
        Request request =
                new Request(
                        Optional.empty(),
                        Optional.of("berth.dev"),
                        Optional.of("ignored.example"),
                        Map.of("outer", 2000));

        Addresses addresses = request.addresses(operator);

        assertThat(addresses.outer()).isEqualTo("http://127.0.0.1:2000");
        assertThat(addresses.inner()).isEqualTo("http://127.0.0.1:1001");
        assertThat(addresses.domain()).isEqualTo("berth.dev");
    }

    @Test
    void anAddressThatIsNotLocalIsWhereOuterIsCalled() {
        Addresses addresses = listening("192.0.2.7").addresses(NONE);

        assertThat(addresses.outer()).isEqualTo("http://192.0.2.7:9900");
        assertThat(addresses.inner()).isEqualTo("http://127.0.0.1:9901");
    }

    @Test
    void allAddressesIncludeTheLocalOne() {
        assertThat(listening("0.0.0.0").addresses(NONE).outer()).isEqualTo("http://127.0.0.1:9900");
    }

    @Test
    void thePortOfHttpIsNotSaid() {
        Request request =
                new Request(
                        Optional.empty(), Optional.empty(), Optional.empty(), Map.of("edge", 80));

        assertThat(request.addresses(NONE).publicUrlTemplate())
                .isEqualTo("http://{worker_id}.worker.localhost");
    }

    @Test
    void aNameIsNoAddress() {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> listening("everywhere").addresses(NONE))
                .withMessageContaining("cannot listen on 'everywhere'");
    }

    @Test
    void aPortInTheSettingsMustBeANumber() {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(
                        () -> SILENT.addresses(new Settings(Map.of("berth.port.outer", "many"))))
                .withMessageContaining("berth.port.outer is 'many', which is no number");
    }

    @Test
    void theEnvironmentsDomainGoesOverTheHomesSettings() {
        Settings operator = new Settings(Map.of("berth.domain", "example.org"));

        assertThat(inEnvironment("berth.dev").addresses(operator).domain()).isEqualTo("berth.dev");
        assertThat(inEnvironment(" ").addresses(operator).domain()).isEqualTo("example.org");
        assertThat(inEnvironment("").addresses(NONE).domain()).isEqualTo("localhost");
    }

    @Test
    void aDomainThatIsNoneIsRefusedWithWhereItCameFrom() {
        Request asked =
                new Request(Optional.empty(), Optional.of("a..b"), Optional.empty(), Map.of());
        Settings operator = new Settings(Map.of("berth.domain", "-x"));

        assertRefused(asked, NONE, "'a..b' of --domain");
        assertRefused(
                inEnvironment("no domain"), NONE, "'no domain' of the environment variable DOMAIN");
        assertRefused(SILENT, operator, "'-x' of berth.domain of berth.properties");
    }

    private static void assertRefused(Request request, Settings operator, String message) {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> request.addresses(operator))
                .withMessageContaining(message)
                .satisfies(it -> assertThat(it.exitCode()).isEqualTo(ExitCode.USAGE));
    }

    private static Request inEnvironment(String domain) {
        return new Request(Optional.empty(), Optional.empty(), Optional.of(domain), Map.of());
    }

    private static Request listening(String address) {
        return new Request(Optional.of(address), Optional.empty(), Optional.empty(), Map.of());
    }
}
