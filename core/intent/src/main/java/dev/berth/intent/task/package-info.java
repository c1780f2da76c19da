/** The work that intent causes, and how Inner hears of it. */
package dev.berth.intent.task;
