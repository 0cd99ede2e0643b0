package org.firstbatch.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The most that was left on the heap after a collection: what is alive, and what the young
 * collections had not looked at.
 */
final class AfterGc {

  private static final AtomicLong MOST = new AtomicLong();

  static {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((note, _) -> note(note), null, null);
      }
    }
  }

  private AfterGc() {}

  static AfterGc watch() {
    System.gc();
    MOST.set(0);
    return new AfterGc();
  }

  long most() {
    return MOST.get();
  }

  private static void note(Notification notification) {
    if (notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
      long used =
          info.getGcInfo().getMemoryUsageAfterGc().values().stream()
              .mapToLong(MemoryUsage::getUsed)
              .sum();
      MOST.accumulateAndGet(used, Math::max);
    }
  }
}
