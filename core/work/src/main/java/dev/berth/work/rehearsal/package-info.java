/** What a deploy would do, told beforehand: played by the code that does it, in a world made up. */
package dev.berth.work.rehearsal;
