/**
 * What all of Outer's routes share: what each says of itself, who asks and from where, and how it
 * answers. The routes themselves are in the packages below, by what they are about; they translate
 * between HTTP and the use cases, and decide nothing.
 */
package dev.berth.rest.outer;
