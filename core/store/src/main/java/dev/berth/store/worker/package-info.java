/**
 * What Outer wants of workers: settings, versions, configurations and releases as they were asked
 * for, and their states as Inner left them.
 */
package dev.berth.store.worker;
