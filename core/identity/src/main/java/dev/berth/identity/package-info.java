/** How passwords are hashed and sessions are signed; on Outer's class path alone. */
package dev.berth.identity;
