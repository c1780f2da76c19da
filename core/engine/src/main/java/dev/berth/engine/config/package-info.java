/** Binds an operator's keys to the record of an extension, and describes that record. */
package dev.berth.engine.config;
