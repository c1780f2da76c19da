/**
 * Keeps what Outer wants and what Inner did in PostgreSQL. {@link dev.berth.store.Migrations} makes
 * the tables, {@link dev.berth.store.OuterStore} and {@link dev.berth.store.InnerStore} are the
 * ports of the two gateways, each for a data source of its own role.
 */
package dev.berth.store;
