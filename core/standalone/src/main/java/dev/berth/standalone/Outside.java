package dev.berth.standalone;

/** What other modules do for the launcher. */
record Outside(Migrations migrations, Workers workers) {

    static final Outside CONNECTED = new Outside((_, _, _, _) -> {}, (_, _) -> {});
}
