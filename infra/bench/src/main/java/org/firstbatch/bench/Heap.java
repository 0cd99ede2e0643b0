package org.firstbatch.bench;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What a piece of work takes of the heap. */
final class Heap {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The serial collector of the whole heap, under which the benches run. */
  private static final String FULL = "MarkSweepCompact";

  private static final List<String> HEAP_POOLS =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .toList();

  private Heap() {}

  /** Bytes that this thread allocates in the work: never less than the most that is alive. */
  static long allocated(Rounds.Work work) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /**
   * The most bytes that were alive on the heap at once while the work was done, as full collections
   * found it that are made without a pause beside it: so it must not be timed.
   */
  static long mostLive(Rounds.Work work) throws Exception {
    AtomicLong most = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Thread collecting =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (!over.get()) {
                    System.gc();
                    most.accumulateAndGet(afterFullCollection(), Math::max);
                  }
                });
    try {
      work.run();
    } finally {
      over.set(true);
      collecting.join();
    }
    return most.get();
  }

  /** What the last full collection left: the old generation's collector notes all pools. */
  private static long afterFullCollection() {
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .filter(collector -> collector.getName().equals(FULL))
        .map(GarbageCollectorMXBean::getLastGcInfo)
        .flatMap(last -> HEAP_POOLS.stream().map(last.getMemoryUsageAfterGc()::get))
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  /** Bytes alive on the heap now. */
  static long live() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
