/** A real PostgreSQL for the tests of this module and of the gateways. */
package dev.berth.store.testing;
