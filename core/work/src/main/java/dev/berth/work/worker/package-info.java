/** What is known of a worker, where that is read and written, and what its instances write. */
package dev.berth.work.worker;
