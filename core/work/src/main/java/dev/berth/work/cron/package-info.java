/** The duties of the clock, and when they are due. */
package dev.berth.work.cron;
