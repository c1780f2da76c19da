/** What resources were used for. */
package dev.berth.intent.usage;
