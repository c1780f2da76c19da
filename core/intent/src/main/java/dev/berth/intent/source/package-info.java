/** Uploaded sources: checked, kept, and read for their manifest. */
package dev.berth.intent.source;
