/** Who did what: noted by the use cases, kept with what they change, shown to who may see it. */
package dev.berth.intent.audit;
