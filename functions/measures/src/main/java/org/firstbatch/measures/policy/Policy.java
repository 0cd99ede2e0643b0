package org.firstbatch.measures.policy;

import java.time.LocalDate;
import java.util.List;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Options.InsuringTime;
import org.firstbatch.measures.scheme.ProductClass;
import org.jspecify.annotations.Nullable;

/**
 * What the insurer states about a policy; the columns of the quarterly sheet.
 *
 * @param insurer the insurer's key in the register
 * @param number 保单号
 * @param insured 投保企业, 统一社会信用代码
 * @param product 产品名称, 规格型号
 * @param certificateNumber 认定证书编号
 * @param user 用户名称 and its identity
 * @param supplyContract 供货合同
 * @param batch 生产批次, 交付日期
 * @param proposalReceived 投保时间
 * @param contractSigned 保险合同签订时间
 * @param cover 保险起期, 保险止期
 * @param clauseNumber 条款备案编号
 * @param sums the amounts
 * @param productClass 险种类别
 */
public record Policy(
    String insurer,
    String number,
    Insured insured,
    Product product,
    String certificateNumber,
    User user,
    SupplyContract supplyContract,
    Batch batch,
    Moment proposalReceived,
    Moment contractSigned,
    Cover cover,
    String clauseNumber,
    Sums sums,
    ProductClass productClass) {

  /** The day on which the insurance contract was signed; its parameters count. */
  public LocalDate signedDay() {
    return contractSigned.day();
  }

  /** The act that places the policy in the queue (question 3). */
  public Moment insuringMoment(InsuringTime act) {
    return switch (act) {
      case PROPOSAL_RECEIVED -> proposalReceived;
      case CONTRACT_SIGNED -> contractSigned;
      case INCEPTION -> cover.inception();
    };
  }

  /** The enterprise that is insured. */
  public record Insured(CreditCode creditCode, String name) {}

  /** The product as the policy names it. */
  public record Product(String name, String specification) {}

  /** The contract between enterprise and user. */
  public record SupplyContract(String number, LocalDate signed, Money amount) {}

  /**
   * What was delivered.
   *
   * @param number 生产批次
   * @param lastDelivered the day on which the batch's last item was delivered
   * @param quantity 数量; null when not given
   * @param serials 出厂编号; empty when not given
   */
  public record Batch(
      String number, LocalDate lastDelivered, @Nullable Integer quantity, List<String> serials) {
    public Batch {
      serials = List.copyOf(serials);
    }

    public static Batch of(String number, LocalDate lastDelivered) {
      return new Batch(number, lastDelivered, null, List.of());
    }
  }

  /**
   * The amounts of a policy.
   *
   * @param insuredAmount 投保额 (I)
   * @param premium 保险费 (P), gross, of the whole term
   * @param otherSubsidy 其他财政补贴 (O)
   * @param paidByEnterprise 企业实缴保险费; null when not given
   * @param invoiceNumber 发票号码, of the invoice for what the enterprise paid; null when not given
   */
  public record Sums(
      Money insuredAmount,
      Money premium,
      Money otherSubsidy,
      @Nullable Money paidByEnterprise,
      @Nullable String invoiceNumber) {
    public static Sums of(Money insuredAmount, Money premium, Money otherSubsidy) {
      return new Sums(insuredAmount, premium, otherSubsidy, null, null);
    }
  }
}
