/** What operators see of users: what they have, and where that is not what it should be. */
package dev.berth.rest.outer.report;
