/**
 * The contract between Berth and its plugins; needs nothing but the JDK.
 *
 * <p>A plugin is a module that provides one {@link dev.berth.spi.Plugin}. It says which {@link
 * dev.berth.spi.Extension}s it adds; an operator configures <em>instances</em> of them ({@code
 * berth.runtime=process}, {@code berth.runtime.process.use=process}); Berth binds the configuration
 * to the extension's record and asks its factory for the instance.
 *
 * <p>Rules that hold for every interface here:
 *
 * <ul>
 *   <li>Calls come on virtual threads, several at once, and may block. An interrupt means stop.
 *   <li>Whatever reaches out is idempotent: Berth repeats a call after a crash, and two attempts
 *       may overlap. {@link dev.berth.spi.OperationContext#attempt()} is the fence.
 *   <li>A {@link dev.berth.spi.PluginException} decides by its kind whether Berth tries again;
 *       anything else that is thrown is a bug in the plugin.
 *   <li>Nothing is {@code null}, neither given nor returned.
 *   <li>No callback and no thread of a plugin outlives the closing of its instance.
 * </ul>
 */
package dev.berth.spi;
