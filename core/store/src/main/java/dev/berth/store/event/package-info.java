/** What happened: events on their way to Kafka, and events as clients follow them. */
package dev.berth.store.event;
