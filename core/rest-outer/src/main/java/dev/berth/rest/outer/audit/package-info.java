/** The audit log: what it is told of each request, and how it is read. */
package dev.berth.rest.outer.audit;
