/** Tasks about workers: the queue that they wait in, claims and their leases, and the runs. */
package dev.berth.work.task;
