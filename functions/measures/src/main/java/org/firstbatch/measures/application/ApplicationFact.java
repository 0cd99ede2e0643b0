package org.firstbatch.measures.application;

import static org.firstbatch.measures.application.ValueKind.AMOUNT;
import static org.firstbatch.measures.application.ValueKind.CHOICE;
import static org.firstbatch.measures.application.ValueKind.COUNT;
import static org.firstbatch.measures.application.ValueKind.DAY;
import static org.firstbatch.measures.application.ValueKind.FLAG;
import static org.firstbatch.measures.application.ValueKind.TEXT;
import static org.firstbatch.measures.scheme.Condition.ENVIRONMENT;
import static org.firstbatch.measures.scheme.Condition.FIRST_BATCH;
import static org.firstbatch.measures.scheme.Condition.PATENT_OR_REPORT;
import static org.firstbatch.measures.scheme.Condition.REGISTRATION;
import static org.firstbatch.measures.scheme.Condition.SIZE;
import static org.firstbatch.measures.scheme.Condition.STANDARDS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.firstbatch.measures.explain.FactName;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Condition;
import org.firstbatch.measures.scheme.ProductClass;

/** The fields of an application's form, in its order; each belongs to the condition it shows. */
public enum ApplicationFact implements FactName {
  NAME("enterprise.name", REGISTRATION, TEXT, "企业名称", "Enterprise"),
  DISTRICT("enterprise.district", REGISTRATION, TEXT, "所在区市县", "District"),
  REGISTERED_ON("enterprise.registeredOn", REGISTRATION, DAY, "注册日期", "Registered on"),
  LEGAL_PERSON("enterprise.legalPerson", REGISTRATION, FLAG, "独立法人", "Independent legal person"),
  INDUSTRY("enterprise.industry", REGISTRATION, TEXT, "所属行业", "Industry"),
  MANUFACTURER("enterprise.manufacturer", SIZE, FLAG, "生产制造工业企业", "Manufacturing enterprise"),
  STAFF("enterprise.staff", SIZE, COUNT, "从业人员", "Staff"),
  REVENUE("enterprise.revenue", SIZE, AMOUNT, "上年度营业收入", "Revenue of the year before"),

  PRODUCT("product.name", FIRST_BATCH, TEXT, "产品名称", "Product"),
  SPECIFICATION("product.specification", FIRST_BATCH, TEXT, "规格型号", "Specification"),
  KIND("product.kind", FIRST_BATCH, CHOICE, "产品种类", "Kind of product"),
  PRODUCT_CLASS("product.productClass", FIRST_BATCH, CHOICE, "险种类别", "Class"),
  UNIT_PRICE("product.unitPrice", FIRST_BATCH, AMOUNT, "产品单价", "Unit price"),
  BREAKTHROUGH("product.breakthrough", FIRST_BATCH, TEXT, "新的突破", "Breakthrough"),
  INTELLECTUAL_PROPERTY(
      "product.intellectualProperty", FIRST_BATCH, TEXT, "知识产权", "Intellectual property"),
  MARKET_RECORD("product.marketRecord", FIRST_BATCH, FLAG, "已有市场业绩", "Sold before"),

  INDUSTRIAL_POLICY(
      "conditions.industrialPolicy",
      Condition.INDUSTRIAL_POLICY,
      TEXT,
      "符合的产业政策条目",
      "Entry of the industrial policy"),
  STANDARD_NUMBERS("conditions.standards", STANDARDS, TEXT, "执行标准", "Standards"),
  SPECIAL_INDUSTRY(
      "conditions.specialIndustry", STANDARDS, FLAG, "属特殊行业", "Product of a special industry"),
  SPECIAL_APPROVAL(
      "conditions.specialApproval", STANDARDS, TEXT, "特殊行业许可", "Approval of the special industry"),
  QUALITY_PROOF(
      "conditions.qualityProof",
      STANDARDS,
      TEXT,
      "质量鉴定或产品认证",
      "Quality appraisal or product certification"),
  PATENT("conditions.patent", PATENT_OR_REPORT, TEXT, "专利证书", "Patent certificate"),
  TEST_REPORT("conditions.testReport", PATENT_OR_REPORT, TEXT, "检测报告", "Test report"),
  ENVIRONMENT_STANDARD(
      "conditions.environment", ENVIRONMENT, TEXT, "节能环保标准", "Energy and environment standard"),
  FURTHER("conditions.further", Condition.FURTHER, TEXT, "其他条件", "Further conditions");

  /** 第二条: equipment, system, core component. */
  static final List<String> KINDS = List.of("装备", "系统", "核心部件");

  private static final List<String> CLASSES =
      Arrays.stream(ProductClass.values()).map(ProductClass::label).toList();

  private final String path;
  private final Condition condition;
  private final ValueKind valueKind;
  private final Text label;

  ApplicationFact(String path, Condition condition, ValueKind kind, String zh, String en) {
    this.path = path;
    this.condition = condition;
    this.valueKind = kind;
    this.label = Text.of(zh, en);
  }

  /** The field at a path. */
  public static Optional<ApplicationFact> find(String path) {
    return Arrays.stream(values()).filter(fact -> fact.path.equals(path)).findFirst();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Text label() {
    return label;
  }

  /** The condition it shows. */
  public Condition condition() {
    return condition;
  }

  public ValueKind valueKind() {
    return valueKind;
  }

  /** The choices of a field that takes one of some; empty for any other. */
  public List<String> choices() {
    return switch (this) {
      case KIND -> KINDS;
      case PRODUCT_CLASS -> CLASSES;
      default -> List.of();
    };
  }

  /** What is wrong with a value for this field and what would be right; empty when nothing is. */
  public Optional<Text> findFault(String value) {
    boolean right =
        valueKind == CHOICE ? choices().contains(value.strip()) : valueKind.accepts(value);
    return right ? Optional.empty() : Optional.of(expected());
  }

  private Text expected() {
    return valueKind == CHOICE
        ? Text.of(
            "应为 %s 之一".formatted(String.join("、", choices())),
            "one of " + String.join(", ", choices()))
        : valueKind.expected();
  }
}
