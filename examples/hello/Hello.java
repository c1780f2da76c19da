import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

static final String GREETING = System.getenv().getOrDefault("GREETING", "Hello");
static final String VERSION = System.getenv().getOrDefault("VERSION", "1");

void main() throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", this::greet);
    server.start();
    IO.println("listening on 127.0.0.1:" + port);
}

void greet(HttpExchange exchange) throws IOException {
    IO.println(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    byte[] text = (GREETING + ", version " + VERSION + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    try (exchange) {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
