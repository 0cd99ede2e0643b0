package org.firstbatch.measures.filing;

import java.math.BigDecimal;
import org.firstbatch.measures.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet states although it follows from the other figures; checked, not believed.
 *
 * @param ratePercent 费率（%） with the decimals it was given; null when not given
 * @param subsidy 申请补贴; null when not given
 */
public record StatedFigures(@Nullable BigDecimal ratePercent, @Nullable Money subsidy) {
  public static final StatedFigures NONE = new StatedFigures(null, null);
}
