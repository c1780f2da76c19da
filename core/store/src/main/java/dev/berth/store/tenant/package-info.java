/** Tenants from the inside: members, invitations, projects. */
package dev.berth.store.tenant;
