/** What is on disk: the home with its secrets, and the distribution that was unpacked. */
package dev.berth.standalone.home;
