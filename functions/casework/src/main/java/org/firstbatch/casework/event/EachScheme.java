package org.firstbatch.casework.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a schedule asks for one scheme after another. */
public final class EachScheme {

  private static final Logger LOGGER = LoggerFactory.getLogger("firstbatch.schedule");

  private EachScheme() {}

  /**
   * Does the work for each scheme; one scheme's fault does not keep the others from it.
   *
   * @param what names the work in the log and in the fault
   * @throws RetryableFault naming the schemes for which it failed, after all were tried
   */
  public static void run(String what, Collection<String> schemes, Consumer<String> work) {
    List<String> failed = new ArrayList<>();
    for (String scheme : schemes) {
      try {
        work.accept(scheme);
      } catch (RetryableFault | PermanentFault fault) {
        LOGGER.error("{} of {} failed: {}", what, scheme, fault.toString(), fault);
        failed.add(scheme);
      }
    }
    if (!failed.isEmpty()) {
      throw new RetryableFault(what + " failed for " + failed + "; see the log");
    }
  }
}
