package dev.berth.rest.outer.audit;

import dev.berth.intent.audit.Deed;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;

/** Lets the use cases of a request note what it does, and the transactions keep that. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public final class DeedFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Deed deed = new Deed();
        request.setAttribute(Deed.class.getName(), deed);
        try {
            deed.<Boolean, Exception>during(
                    () -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (IOException | ServletException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
