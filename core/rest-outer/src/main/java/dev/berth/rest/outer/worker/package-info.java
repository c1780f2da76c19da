/** Workers as clients make, set, see and read them. */
package dev.berth.rest.outer.worker;
