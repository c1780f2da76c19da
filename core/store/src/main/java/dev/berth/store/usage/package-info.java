/**
 * What tenants and users may have, what they have, and what they used: quotas, reports about users,
 * the use of resources.
 */
package dev.berth.store.usage;
