/** Has a new config key wrap all that an old one did, while servers go on. */
package dev.berth.store.rotation;
