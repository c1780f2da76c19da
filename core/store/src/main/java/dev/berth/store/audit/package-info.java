/** Who did what, and who was refused at the door of Inner. */
package dev.berth.store.audit;
