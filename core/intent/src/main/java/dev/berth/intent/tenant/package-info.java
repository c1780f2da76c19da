/** What belongs to a tenant besides workers: members, projects, and how much it may have. */
package dev.berth.intent.tenant;
