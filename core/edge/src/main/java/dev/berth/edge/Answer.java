package dev.berth.edge;

import io.vertx.core.buffer.Buffer;

/** An answer that the edge gives itself. */
record Answer(int status, String type, Buffer body) {}
