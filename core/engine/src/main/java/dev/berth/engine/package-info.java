/**
 * Mechanism: loads plugins, binds their configuration, keeps their instances. {@link
 * dev.berth.engine.Engine#start} is the way in; calls go through {@link
 * dev.berth.engine.operation.OperationRunner}.
 */
package dev.berth.engine;
