package org.firstbatch.journal;

import java.util.Optional;
import java.util.stream.Stream;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.JournalHead;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;

/**
 * What records themselves say is the end of their history. A refusal leaves no record, and records
 * that only their own function knows (documents, proposed changes, runs) are not looked for.
 */
final class Heads {

  private Heads() {}

  static Optional<JournalHead> find(Records records, String scheme, String kind, String id) {
    return key(scheme, kind, id).flatMap(records::find).map(StoredRecord::journal);
  }

  private static Optional<RecordKey> key(String scheme, String kind, String id) {
    return switch (kind) {
      case "application" -> Optional.of(Applications.key(scheme, id));
      case "certificate" -> Optional.of(Certificates.key(scheme, id));
      case "certificate-list" -> Optional.of(Certificates.listKey(scheme, id));
      case "policy" -> Optional.of(Policies.key(scheme, id));
      case "filing" -> Optional.of(Filings.key(scheme, id));
      case "claim" -> Optional.of(Claims.placeKey(scheme, id));
      case "plan" -> plan(scheme, id);
      case "insurer" -> Optional.of(Programme.insurerKey(scheme, id));
      case "clause" -> Optional.of(Programme.clauseKey(scheme, id));
      case "calendar" -> Optional.of(Programme.calendarsKey(scheme));
      case "budget" -> year(id).map(year -> Programme.budgetKey(scheme, year));
      case "notice" -> year(id).map(year -> Programme.noticeKey(scheme, year));
      case "membership" -> membership(scheme, id);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> year(String id) {
    return id.matches("[0-9]{4}") ? Optional.of(Integer.valueOf(id)) : Optional.empty();
  }

  /** Its year and its place in the year's chain, for example 2026-1. */
  private static Optional<RecordKey> plan(String scheme, String id) {
    if (!id.matches("[0-9]{4}-[0-9]{1,4}")) {
      return Optional.empty();
    }
    int year = Integer.parseInt(id.substring(0, 4));
    return Optional.of(Plans.key(scheme, year, Integer.parseInt(id.substring(5))));
  }

  /** Role, organisation and person, for example finance:finance:li.wei. */
  private static Optional<RecordKey> membership(String scheme, String id) {
    String[] parts = id.split(":", 3);
    return Stream.of(Role.values())
        .filter(role -> parts.length == 3 && role.label().equals(parts[0]))
        .findFirst()
        .map(role -> Membership.key(scheme, parts[2], role, parts[1]));
  }
}
