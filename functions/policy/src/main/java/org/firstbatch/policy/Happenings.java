package org.firstbatch.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What the journal says of policies: business keys, amounts and versions, never a user's name. */
final class Happenings {

  static final String SUBJECT = "policy";

  private Happenings() {}

  /** A change that rests on a decision, with the versions that it used. */
  static Happening decided(String type, Registered policy, CaseFile file) {
    Map<String, Object> facts = facts(policy);
    facts.put("versions", file.versions());
    return of(type, policy, null, facts);
  }

  /** Any other change. */
  static Happening of(String type, Registered policy, @Nullable String ground) {
    return of(type, policy, ground, facts(policy));
  }

  /** A change with more to say. */
  static Happening of(String type, Registered policy, Map<String, ?> more) {
    Map<String, Object> facts = facts(policy);
    facts.putAll(more);
    return of(type, policy, null, facts);
  }

  /** A registration or a correction that the rules refuse; it leaves nothing but this. */
  static Happening refused(String request, Judgement judgement, CaseFile file) {
    Policy policy = judgement.policy();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("policy", file.id());
    facts.put("insurer", policy.insurer());
    facts.put("number", policy.number());
    facts.put("enterprise", policy.insured().creditCode());
    facts.put("rules", judgement.decision().listNotMet().stream().map(Finding::rule).toList());
    facts.put("versions", file.versions());
    return Happening.of("policy.refused", "policy-refusal", request, concerned(policy), facts);
  }

  private static Happening of(
      String type, Registered policy, @Nullable String ground, Map<String, Object> facts) {
    return new Happening(type, SUBJECT, policy.id(), concerned(policy.policy()), ground, facts);
  }

  private static Map<String, Object> facts(Registered registered) {
    Policy policy = registered.policy();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("insurer", policy.insurer());
    facts.put("number", policy.number());
    facts.put("enterprise", policy.insured().creditCode());
    facts.put("certificate", policy.certificateNumber());
    facts.put("signed", policy.signedDay());
    facts.put("revision", registered.revision());
    facts.put("state", registered.state());
    facts.put("form", registered.form());
    facts.put("subsidy", registered.subsidy());
    facts.put("charged", registered.charged());
    return facts;
  }

  private static List<String> concerned(Policy policy) {
    return List.of(policy.insurer(), policy.insured().creditCode().value());
  }
}
