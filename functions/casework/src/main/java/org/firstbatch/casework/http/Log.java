package org.firstbatch.casework.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says of faults: the request's id and route, never a person or a body. */
final class Log {

  private static final Logger LOGGER = LoggerFactory.getLogger("firstbatch.http");

  private Log() {}

  static void fault(HttpRequest request, RuntimeException fault) {
    LOGGER.warn(
        "request {} {}: {}", request.requestId(), request.routeKey(), fault.toString(), fault);
  }
}
