/** The control plane's database: PostgreSQL that Berth brings, or one that the operator runs. */
package dev.berth.standalone.database;
