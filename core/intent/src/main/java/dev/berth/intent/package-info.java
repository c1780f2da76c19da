/** What Outer does, and what it needs for that. */
package dev.berth.intent;
