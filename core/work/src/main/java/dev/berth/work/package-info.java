/**
 * What all of Inner's work shares: claims on workers, the plugins, and the fields of its log. What
 * it does is in the packages below, each with the ports that it needs.
 */
package dev.berth.work;
