package dev.berth.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Berths that a user has given names, and which of them commands go to by now. */
record ContextFile(Path path, Console console) {

    private static final String CURRENT = "current";
    private static final String CONTEXTS = "contexts";

    /** Returns the context that was chosen last; empty for this machine's Berth. */
    Optional<String> chosen() {
        return word(read().get(CURRENT));
    }

    /** Has commands go to the context of that name by now. */
    void choose(String name) {
        write(read().with(CURRENT, name.equals(Place.HOME) ? new Json.Absent() : text(name)));
    }

    /** Returns the names of all, in the order in which they were made. */
    List<String> names() {
        return List.copyOf(contexts(read()).values().keySet());
    }

    /** Returns the names of all, the home's too, for a message. */
    String listed() {
        List<String> all = new ArrayList<>(List.of(Place.HOME));
        all.addAll(names());
        return "'" + String.join("', '", all) + "'";
    }

    Optional<Kept> find(String name) {
        return contexts(read()).get(name) instanceof Json.Members context
                ? Optional.of(
                        new Kept(
                                word(context.get("url")),
                                word(context.get("token")),
                                word(context.get("tenant"))))
                : Optional.empty();
    }

    void put(String name, Kept kept) {
        Json.Members all = read();
        write(all.with(CONTEXTS, contexts(all).with(name, json(kept))));
    }

    /** Forgets a context; where commands went to it, they go to this machine's Berth by now. */
    void remove(String name) {
        Json.Members all = read();
        Map<String, Json> others = new LinkedHashMap<>(contexts(all).values());
        others.remove(name);
        boolean wasChosen = word(all.get(CURRENT)).filter(name::equals).isPresent();
        Json.Members left = all.with(CONTEXTS, new Json.Members(others));
        write(wasChosen ? left.with(CURRENT, new Json.Absent()) : left);
    }

    private Json.Members read() {
        return SecretFile.readKept(path, console)
                .filter(text -> !text.isBlank())
                .map(this::parse)
                .orElseGet(Json::object);
    }

    private Json.Members parse(String text) {
        try {
            if (JsonText.read(text) instanceof Json.Members members) {
                return members;
            }
            throw new IOException("it is not a JSON object");
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.FAILED,
                    "cannot read '%s': %s\nmend it, or delete it and log in again"
                            .formatted(path, Reason.of(e)),
                    e);
        }
    }

    private void write(Json.Members all) {
        SecretFile.write(path, JsonText.write(all) + "\n");
    }

    private static Json.Members contexts(Json.Members all) {
        return all.get(CONTEXTS) instanceof Json.Members contexts ? contexts : Json.object();
    }

    private static Json.Members json(Kept kept) {
        return Json.object()
                .with("url", kept.url().map(ContextFile::text).orElseGet(Json.Absent::new))
                .with("token", kept.token().map(ContextFile::text).orElseGet(Json.Absent::new))
                .with("tenant", kept.tenant().map(ContextFile::text).orElseGet(Json.Absent::new));
    }

    private static Json text(String value) {
        return new Json.Text(value);
    }

    private static Optional<String> word(Json value) {
        return Optional.of(value.text()).filter(text -> !text.isBlank());
    }
}
