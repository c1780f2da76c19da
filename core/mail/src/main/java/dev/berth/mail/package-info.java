/** How letters reach people; on Outer's class path alone. */
package dev.berth.mail;
