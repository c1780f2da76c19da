package dev.berth.standalone;

/** Brings the database's schema up to date. */
@FunctionalInterface
interface Migrations {

    /** Migrates as the owner; the other passwords are those of the roles that get grants. */
    void migrate(String url, String ownerPassword, String outerPassword, String innerPassword);
}
