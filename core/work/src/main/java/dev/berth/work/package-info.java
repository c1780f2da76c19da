/**
 * What Inner does, and what it needs for that: the queue of tasks, the facts about a worker, and
 * the plugins. Reconciling looks at the whole state and never at what caused it.
 */
package dev.berth.work;
