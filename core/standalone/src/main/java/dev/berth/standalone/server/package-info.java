/** Liberty with Outer and Inner, the edge, and what they are told. */
package dev.berth.standalone.server;
