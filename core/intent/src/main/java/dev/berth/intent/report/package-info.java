/** What operators see of all users. */
package dev.berth.intent.report;
