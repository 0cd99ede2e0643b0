package org.firstbatch.documents.pdf;

import java.util.Map;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.measures.explain.Text;

/** What the fields of the register are called, on paper and on pages. */
public final class Labels {

  public static final Text ENTERPRISE = Text.of("企业名称", "Enterprise");
  public static final Text CREDIT_CODE = Text.of("统一社会信用代码", "Unified Social Credit Code");
  public static final Text PRODUCT = Text.of("产品名称", "Product");
  public static final Text SPECIFICATION = Text.of("规格型号", "Specification");
  public static final Text CLASS = Text.of("险种类别", "Class");
  public static final Text VALID = Text.of("有效期", "Valid");
  public static final Text LIST = Text.of("公布文号", "Published in list");
  public static final Text NUMBER = Text.of("证书编号", "Certificate number");

  private static final Map<String, Text> FIELDS =
      Map.of(
          "enterpriseName", ENTERPRISE,
          "enterprise", CREDIT_CODE,
          "product", PRODUCT,
          "specification", SPECIFICATION,
          "productClass", CLASS);

  private Labels() {}

  /** What a field of the register's answer is called. */
  public static Text field(String name) {
    Text label = FIELDS.get(name);
    if (label == null) {
      throw new PermanentFault("The register has no field that a correction changes: " + name);
    }
    return label;
  }
}
