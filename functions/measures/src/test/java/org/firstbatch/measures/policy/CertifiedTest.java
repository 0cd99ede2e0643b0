package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.Sample.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.certification.Certificate.Revocation;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Outcome;
import org.firstbatch.measures.explain.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertifiedTest {

  @Test
  void shouldRefuseACertificateThatDoesNotExist() {
    assertEquals(
        Outcome.NOT_MET, Sample.with(s -> s.certificate = null).find("6.certificate").outcome());
  }

  @ParameterizedTest(name = "valid {0} to {1}, signed 2026-04-21: {2}")
  @CsvSource({
    "2026-04-20, 2027-04-20, MET",
    "2026-04-21, 2027-04-21, MET",
    "2026-04-22, 2027-04-22, NOT_MET",
    "2025-04-22, 2026-04-22, MET",
    "2025-04-21, 2026-04-21, MET",
    "2025-04-20, 2026-04-20, NOT_MET",
  })
  void shouldWantTheCertificateValidOnTheSigningDay(String from, String to, Outcome outcome) {
    Sample sample = Sample.with(s -> s.certify(from, to));
    Finding finding = sample.find("6.valid");
    assertEquals(outcome, finding.outcome());
    if (finding.change() != null) {
      assertTrue(sample.apply(finding.change()).find("6.valid").met());
    }
  }

  @ParameterizedTest(name = "revoked {0}, signed 2026-04-21: {1}")
  @CsvSource({"2026-04-22, MET", "2026-04-21, NOT_MET", "2026-04-20, NOT_MET"})
  void shouldLetARevocationActForwardFromItsDay(String revoked, Outcome outcome) {
    Sample sample = revoked(revoked, false);
    assertEquals(outcome, sample.find("6.valid").outcome());
  }

  @Test
  void shouldLetARevocationForFalseMaterialActFromPublication() {
    Sample sample = revoked("2026-12-01", true);
    Finding finding = sample.find("6.valid");
    assertEquals(Outcome.NOT_MET, finding.outcome());
    assertNotNull(finding.change());
    assertTrue(finding.change().steps().isEmpty(), "no signing day would pass");
    assertTrue(sample.find("11.window").met(), "the window is not what is wrong");
  }

  @Test
  void shouldRefuseAnotherEnterprisesCertificate() {
    Sample sample = Sample.with(s -> s.enterprise = Sample.OTHER_ENTERPRISE);
    Finding finding = sample.find("6.enterprise");
    assertNotNull(finding.change());
    assertTrue(sample.apply(finding.change()).find("6.enterprise").met());
  }

  @ParameterizedTest
  @ValueSource(strings = {"VMC-850L", "ＶＭＣ－８５０Ｌ", "vmc-850l", " VMC-850 L "})
  void shouldRecogniseTheSpecificationHoweverItWasTyped(String specification) {
    assertTrue(Sample.with(s -> s.specification = specification).find("6.specification").met());
  }

  @Test
  void shouldRefuseAnotherSpecificationOrProduct() {
    assertEquals(
        Outcome.NOT_MET,
        Sample.with(s -> s.specification = "VMC-850M").find("6.specification").outcome());
    assertEquals(Outcome.NOT_MET, Sample.with(s -> s.product = "车床").find("6.product").outcome());
  }

  private static Sample revoked(String on, boolean falseMaterial) {
    Sample sample = Sample.good();
    Certificate old = sample.certificate;
    assertNotNull(old);
    sample.certificate =
        new Certificate(
            old.number(),
            old.enterprise(),
            old.productClass(),
            old.product(),
            old.specification(),
            old.published(),
            old.lastDay(),
            new Revocation(day(on), falseMaterial, Text.of("材料不实", "untrue material")));
    return sample;
  }
}
