package org.firstbatch.filing;

import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.Quarter;

/** When quarters are filed (第十三条), by the notice and the calendar in force. */
final class Windows {

  private final Records records;
  private final Schemes schemes;

  Windows(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  FilingWindow of(Call call, Quarter quarter) {
    return Programme.notice(records, call.scheme(), quarter.year())
        .filingWindow(
            quarter,
            schemes.edition(call.scheme(), call.at()).orElseThrow(),
            Programme.restDays(records, call.scheme()));
  }
}
