/** What takes a new or an earlier version to the traffic, or stops that. */
package dev.berth.rest.outer.deploy;
