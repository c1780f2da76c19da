/** What Outer asks Inner for: logs, plans and usage. */
package dev.berth.rest.outer.inner;
