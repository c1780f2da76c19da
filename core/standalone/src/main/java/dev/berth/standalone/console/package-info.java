/** What the launcher tells the person at the terminal: progress, and what stands in the way. */
package dev.berth.standalone.console;
