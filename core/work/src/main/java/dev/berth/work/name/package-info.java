/** The name that one Inner has at a time. */
package dev.berth.work.name;
