/** Addresses and ports of this machine, who holds them, and who answers there. */
package dev.berth.standalone.network;
