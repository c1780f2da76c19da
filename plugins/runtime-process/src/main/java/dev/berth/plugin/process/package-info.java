/**
 * Runs every instance of a release as a process of this machine, in a session of its own.
 *
 * <p>What runs is on disk, so that a new {@link dev.berth.plugin.process.ProcessRuntime} over the
 * same directory goes on where the last one stopped:
 *
 * <pre>
 * ports/20017               which instance holds the port
 * fences/0a1b2c3d-7         the highest attempt seen; locked while the release is changed
 * users/2000000000          the tenant that has this user, for ever
 * 0a1b2c3d-7/tenant         whose release it is
 * 0a1b2c3d-7/app/           the source, unpacked once
 * 0a1b2c3d-7/1/             the first instance:
 *   spec                    what was started, without secrets
 *   pid                     "pid start-ticks boot-id" of the shim that leads the session
 *   port started ready      what it was told, since when it runs and whether it ever was ready
 *   exit                    the program's exit code, written by the shim
 *   stopped                 somebody at Berth asked for the end, and when
 *   restarts rejected       how often it died, and why it is given up
 *   moved                   its first port was taken before it could listen
 *   silent                  since when it does not listen any more
 *   groups                  the control groups that it runs in
 *   stdout.000000001.log …  what it wrote, each file the continuation of the one before
 *   shim.log                what the shim itself had to say
 *   home/ tmp/              its own HOME and TMPDIR
 * </pre>
 *
 * <p>A deleted release leaves nothing there. Which attempt deleted it is kept in memory, for a late
 * one of the same Inner: a machine has one, and its threads end with it.
 */
package dev.berth.plugin.process;
