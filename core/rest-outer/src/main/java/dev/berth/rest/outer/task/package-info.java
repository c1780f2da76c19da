/** What was asked for and how far it is. */
package dev.berth.rest.outer.task;
