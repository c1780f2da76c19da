package dev.berth.cli;

/** Changes what was chosen for a worker, and says what there is then. */
record Patch(Berth berth, WaitOptions waiting) {

    void send(String name, Json body) {
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        Json answer = api.patch("change '" + worker.name() + "'", Workers.path(worker.id()), body);
        if (waiting.waits()) {
            new Change(api, berth.progress(), berth.clock(), waiting.timeout()).follow(worker);
        }
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
    }
}
