package dev.berth.intent.info;

import dev.berth.model.ConfiguredExtension;
import java.util.List;

/** What Inner published of the instances that an operator configured. */
@FunctionalInterface
public interface Extensions {

    /** Returns all of them, by kind and name. Needs a transaction. */
    List<ConfiguredExtension> all();
}
