/** What changed, for clients who follow: read once for all of them, and told to each in order. */
package dev.berth.intent.event;
