/** Children of the launcher: how they are started, known again, watched and stopped. */
package dev.berth.standalone.process;
