/** Projects, members and quotas: how tenants share what they have. */
package dev.berth.rest.outer.tenant;
