/**
 * What goes over Kafka. The table of tasks is the queue and Kafka only wakes: nothing here may fail
 * a request, and nothing is lost while Kafka is away.
 */
package dev.berth.kafka;
