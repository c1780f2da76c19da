/** Who asks: by a token, by a signature, or through another part of Berth. */
package dev.berth.rest.outer.caller;
