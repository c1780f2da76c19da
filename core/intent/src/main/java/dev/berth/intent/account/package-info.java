/** Who is who: users, sessions, tokens, and the ports to where they are kept. */
package dev.berth.intent.account;
