/** All of Outer's routes as one application, and what holds for each of them. */
package dev.berth.rest.outer.application;
