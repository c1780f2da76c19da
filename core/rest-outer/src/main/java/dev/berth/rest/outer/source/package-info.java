/** Sources: how they come in. */
package dev.berth.rest.outer.source;
