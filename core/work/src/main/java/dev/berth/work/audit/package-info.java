/** What the audit log is told by Inner. */
package dev.berth.work.audit;
