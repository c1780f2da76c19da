/**
 * What the words of Berth mean: records that check themselves, states, and refusals. Decides;
 * fetches and saves nothing, and knows no other module.
 */
package dev.berth.model;
