/** Tasks about users: what is looked at for them, and the queue that they wait in. */
package dev.berth.work.user;
