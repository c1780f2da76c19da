/** What this Berth can do. */
package dev.berth.intent.info;
