/** What instances use now, and what resources were used for. */
package dev.berth.rest.outer.usage;
