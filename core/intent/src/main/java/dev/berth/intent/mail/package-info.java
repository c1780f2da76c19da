/** What Outer writes to people, and the port to what carries it. */
package dev.berth.intent.mail;
