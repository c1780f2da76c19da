/**
 * Keeps what Outer wants and what Inner did in PostgreSQL. {@link dev.berth.store.Migrations} makes
 * the tables, {@link dev.berth.store.OuterStore} and {@link dev.berth.store.InnerStore} are the
 * ports of the two gateways, each for a data source of its own role.
 *
 * <p>Each package below keeps one subject: the names are those of the ports' packages in {@code
 * dev.berth.intent} where Outer reads and writes it, and {@code reconcile} is where Inner works on
 * workers. All stand on {@code sql}, some on {@code cipher}, and none looks back here.
 */
package dev.berth.store;
