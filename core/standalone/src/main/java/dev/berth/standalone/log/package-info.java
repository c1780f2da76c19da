/** The launcher's own log. */
package dev.berth.standalone.log;
