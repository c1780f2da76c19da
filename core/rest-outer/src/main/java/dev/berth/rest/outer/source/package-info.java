/** Uploads of sources. */
package dev.berth.rest.outer.source;
