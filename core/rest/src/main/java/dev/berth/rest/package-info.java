/**
 * What both gateways do alike over HTTP: strict JSON, problem details, request ids, one log line
 * per request, health, and lines that are streamed.
 */
package dev.berth.rest;
