/** What this Berth is, and what it can. */
package dev.berth.rest.outer.info;
