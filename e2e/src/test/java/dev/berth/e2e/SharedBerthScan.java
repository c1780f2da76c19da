package dev.berth.e2e;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each class that used it, the shared Berth is looked through for secrets. */
public final class SharedBerthScan implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        SharedBerth.scan();
    }
}
