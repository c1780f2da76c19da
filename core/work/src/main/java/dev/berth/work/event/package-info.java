/** Changes of a status, told outside after they are written. */
package dev.berth.work.event;
