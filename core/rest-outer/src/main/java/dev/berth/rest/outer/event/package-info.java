/** What changes, told to clients as it comes, for as long as they may know. */
package dev.berth.rest.outer.event;
