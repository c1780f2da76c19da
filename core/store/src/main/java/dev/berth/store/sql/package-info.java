/**
 * What every port of the store stands on: transactions of JPA with their retries, plain SQL inside
 * of them, and how values stand in a row.
 */
package dev.berth.store.sql;
