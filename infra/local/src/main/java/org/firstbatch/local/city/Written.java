package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.Locale;
import org.firstbatch.measures.calendar.Shanghai;

/** Amounts and instants as people write them. */
final class Written {

  private Written() {}

  /** An amount with separators. */
  static String money(JsonNode amount) {
    return money(new BigDecimal(amount.asText("0")));
  }

  static String money(BigDecimal amount) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    return new DecimalFormat("#,##0.00", symbols).format(amount);
  }

  /** When a plan was made, Shanghai time. */
  static String shanghai(JsonNode plan) {
    return at(plan.path("madeAt"));
  }

  /** An instant, Shanghai time, to the minute. */
  static String at(JsonNode instant) {
    return Instant.parse(instant.asText())
        .atZone(Shanghai.ZONE)
        .toLocalDateTime()
        .toString()
        .replace('T', ' ')
        .substring(0, 16);
  }
}
