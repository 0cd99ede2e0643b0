package org.firstbatch.casework.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CheckedNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a person is handed for an act that counts. It stands in the answer and, as {@code receipt},
 * among the facts of the act's journal entry, from which it is rendered.
 *
 * @param number ends in a check character; the same when the same request is tried again
 * @param act what was done, the type of its journal entry
 * @param subject to what
 * @param at the instant of the act
 * @param sha256 of what was handed in or decided, as JSON, in hexadecimal
 * @param next what happens next
 * @param by by when, a day in Shanghai; null where no day is set
 */
public record Receipt(
    String number,
    String act,
    String subject,
    Instant at,
    String sha256,
    Text next,
    @Nullable LocalDate by) {

  /**
   * The receipt of an act.
   *
   * @param seed what names the act, for example the idempotency key
   * @param content what was handed in or decided
   */
  public static Receipt of(
      Actor actor,
      String seed,
      String act,
      String subject,
      Object content,
      Text next,
      @Nullable LocalDate by) {
    String hash =
        Hashes.hex(RecordKey.join(actor.scheme(), actor.person(), act, subject, seed))
            .substring(0, 10)
            .toUpperCase(Locale.ROOT);
    String day = Shanghai.dayOf(actor.at()).toString().replace("-", "");
    return new Receipt(
        CheckedNumber.complete("R" + day + "-" + hash),
        act,
        subject,
        actor.at(),
        Hashes.hex(Json.write(content)),
        next,
        by);
  }
}
