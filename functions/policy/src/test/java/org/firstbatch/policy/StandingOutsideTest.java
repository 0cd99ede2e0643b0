package org.firstbatch.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.junit.jupiter.api.Test;

/**
 * Nobody acts on a policy of an organisation, other than their own, whose member they ever were.
 */
final class StandingOutsideTest {

  private final City city = new City();

  private Answer post(String person, String path, String body) {
    return city.gateway.as(person).post(path, body);
  }

  @Test
  void shouldRegisterNoPolicyOfAnEnterpriseWhoseMemberTheInsurersClerkWas() {
    city.gateway.former("preparer", Role.ENTERPRISE, City.ENTERPRISE);

    Answer refused = post("preparer", "/policies", City.policy().toString());

    assertEquals(403, refused.status());
    assertTrue(refused.json().path("detailEn").asText().contains(City.ENTERPRISE));
    assertEquals(201, post("signer", "/policies", City.policy().toString()).status());
  }

  @Test
  void shouldNotCorrectAPolicyToAnEnterpriseToWhichTheClerkStandsClose() {
    String id = city.register();
    city.certify("FB-2026-2", City.OTHER_ENTERPRISE, true);
    city.gateway.former("preparer", Role.ENTERPRISE, City.OTHER_ENTERPRISE);
    ObjectNode body = City.policy().put("certificateNumber", "FB-2026-2");
    City.part(body, "insured").put("creditCode", City.OTHER_ENTERPRISE);

    assertEquals(403, correct("preparer", id, body).status());
    assertEquals(1, city.stored(id).revision());
    assertEquals(200, correct("signer", id, body).status());
  }

  private Answer correct(String person, String id, ObjectNode body) {
    return city.gateway
        .as(person)
        .header("if-match", city.etag(id))
        .put("/policies/" + id, body.toString());
  }

  @Test
  void shouldLetNobodySpeakForTheEnterpriseWhoBelongsToTheInsurer() {
    String id = city.register();
    city.gateway
        .member("boss", Role.INSURER, "picc", Capacity.PREPARER)
        .member("partner", Role.ENTERPRISE, City.ENTERPRISE, Capacity.SIGNER)
        .former("partner", Role.INSURER, "cpic");

    for (String act : List.of("confirmation", "dispute", "dispute-withdrawal")) {
      String body = "{\"revision\":1" + (act.equals("dispute") ? ",\"ground\":\"保费不符\"}" : "}");
      assertEquals(403, post("boss", "/policies/" + id + "/" + act, body).status(), act);
    }
    assertEquals(
        200, post("partner", "/policies/" + id + "/confirmation", "{\"revision\":1}").status());
  }

  @Test
  void shouldLetNobodyRecordAGroundForAnInsurerWhoseMemberTheyWere() {
    String id = city.register();
    city.gateway
        .member("regulator-2", Role.REGULATOR, "regulator", Capacity.SIGNER)
        .former("regulator", Role.INSURER, "picc");
    String path = "/policies/" + id + "/late-ground";

    assertEquals(403, post("regulator", path, "{\"ground\":\"系统故障\"}").status());
    assertEquals(200, post("regulator-2", path, "{\"ground\":\"系统故障\"}").status());
  }

  @Test
  void shouldLetNobodyOverrideTheCodeOfAnEnterpriseWhoseMemberTheyWere() {
    String code = City.USER.substring(0, 17) + (City.USER.endsWith("1") ? "2" : "1");
    city.gateway.former("officer", Role.ENTERPRISE, code);
    String body = "{\"creditCode\":\"" + code + "\",\"ground\":\"登记机关证明原样登记\"}";

    assertEquals(403, post("officer", "/credit-code-overrides", body).status());
    assertEquals(List.of(), city.journal());
  }

  @Test
  void shouldLetWhoWasAMemberOfAnotherEnterpriseRegister() {
    city.gateway.former("preparer", Role.ENTERPRISE, City.OTHER_ENTERPRISE);

    assertEquals(201, post("preparer", "/policies", City.policy().toString()).status());
  }
}
