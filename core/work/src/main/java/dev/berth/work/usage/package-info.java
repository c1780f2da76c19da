/** What instances use now, and what resources were reported to be used for. */
package dev.berth.work.usage;
