package org.firstbatch.documents.site;

import java.time.LocalDate;

/**
 * A published list, as the pages show it.
 *
 * @param documentNumber the number of the published document
 * @param published the day of publication
 * @param count how many certificates it has
 */
public record ListRow(String documentNumber, LocalDate published, int count) {}
