package org.firstbatch.certification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Certificates.Difference;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.ProductClass;

/**
 * A signer proposes to correct what a certificate says (第十条); another approves it. Number,
 * enterprise and validity stay. A class whose terms are negotiated must be allowed and dear enough,
 * as when the certificate was issued (第四条).
 */
final class ProposeCorrection {

  private final Records records;
  private final Schemes schemes;
  private final Proposals proposals;

  ProposeCorrection(Records records, Schemes schemes, Proposals proposals) {
    this.records = records;
    this.schemes = schemes;
    this.proposals = proposals;
  }

  /** What is to be right, and why. */
  private record Asked(Map<Correctable, String> fields, String ground) {
    static Outcome<Asked> of(Fields body) {
      Fields fields = body.object("fields");
      Map<Correctable, String> values = new LinkedHashMap<>();
      for (Correctable field : Correctable.values()) {
        fields
            .optional(field.field(), name -> read(fields, field, name))
            .ifPresent(value -> values.put(field, value));
      }
      return body.result(new Asked(values, body.text("ground", 1, 500)));
    }

    private static String read(Fields fields, Correctable field, String name) {
      String value = fields.text(name, 1, 200);
      if (field == Correctable.PRODUCT_CLASS && !isClass(value) && !value.isEmpty()) {
        fields.mistake(name, "应为 一般、飞机、船舶及海工装备、核电装备 之一", "must be one of 一般, 飞机, 船舶及海工装备, 核电装备");
      }
      return value;
    }

    private static boolean isClass(String label) {
      for (ProductClass productClass : ProductClass.values()) {
        if (productClass.label().equals(label)) {
          return true;
        }
      }
      return false;
    }
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return call.body()
        .then(Asked::of)
        .then(
            asked ->
                proposals
                    .certificate(call)
                    .then(call::matching)
                    .then(ProposeCorrection::notRevoked)
                    .then(certificate -> propose(call, unit, certificate, asked)));
  }

  private static Outcome<Stored<Registered>> notRevoked(Stored<Registered> certificate) {
    return certificate.value().certificate().revocation() == null
        ? Outcome.done(certificate)
        : Outcome.refused(
            Problem.conflict("证书已撤销，不再更正。", "A revoked certificate is no longer corrected."));
  }

  private Outcome<Reply> propose(
      Call call, Unit unit, Stored<Registered> certificate, Asked asked) {
    List<Difference> differences = differences(certificate.value(), asked);
    if (differences.isEmpty()) {
      return Outcome.refused(
          Problem.invalid(
              "/fields", "与证书现有内容没有不同", "nothing here differs from what the certificate says"));
    }
    Proposal proposal =
        Proposal.correction(
            call,
            certificate.value().certificate().number(),
            certificate.version(),
            differences,
            asked.ground());
    return lawful(call, certificate.value(), asked)
        .then(_ -> proposals.keep(call, unit, certificate, proposal));
  }

  private static List<Difference> differences(Registered certificate, Asked asked) {
    List<Difference> differences = new ArrayList<>();
    asked
        .fields()
        .forEach(
            (field, after) -> {
              String before = field.value(certificate);
              if (!before.equals(after)) {
                differences.add(new Difference(field.field(), before, after));
              }
            });
    return differences;
  }

  /** An imported certificate has no application whose price could be looked at. */
  private Outcome<Asked> lawful(Call call, Registered certificate, Asked asked) {
    String label = asked.fields().get(Correctable.PRODUCT_CLASS);
    String application = certificate.application();
    if (label == null || application == null) {
      return Outcome.done(asked);
    }
    List<Finding> against = findings(call, certificate, application, label);
    return against.isEmpty()
        ? Outcome.done(asked)
        : Outcome.refused(
            new Problem(
                Problem.Kind.NOT_MET,
                against.getFirst().sentence(),
                against.getFirst().article(),
                List.of(),
                Map.of("findings", against)));
  }

  private List<Finding> findings(
      Call call, Registered certificate, String application, String label) {
    Edition edition = schemes.edition(call.scheme(), call.at()).orElseThrow();
    return records
        .find(Applications.key(call.scheme(), application))
        .map(Applications.APPLICATION::read)
        .map(stored -> new Candidate(0, stored, null))
        .map(
            candidate ->
                candidate.decideOnClass(label, edition, certificate.certificate().published()))
        .orElseThrow();
  }
}
