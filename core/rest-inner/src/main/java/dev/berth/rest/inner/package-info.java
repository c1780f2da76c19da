/** Inner's routes, for Outer and for the rest of Berth: all but health need the service token. */
package dev.berth.rest.inner;
