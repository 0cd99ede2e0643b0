package org.firstbatch.documents.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Plans.Signature;
import org.firstbatch.casework.person.Role;
import org.firstbatch.measures.allocation.LocalSecond;
import org.firstbatch.measures.allocation.canonical.PlanLine;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;

/**
 * 第十三条: a signed plan as a sheet for the stamps of the three bodies. What they signed is the plan
 * file, whose SHA-256 it names; persons are not named.
 */
public final class PlanPdf {

  private static final Text FOOT =
      Text.of(
          "三方签署的是上列 SHA-256 的计划文件，本件供盖章存档。",
          "What was signed is the plan file of that SHA-256; this sheet is for the stamps.");

  private static final Map<Role, Text> BODIES =
      Map.of(
          Role.REGULATOR, Text.of("市保险监管机构", "Regulator"),
          Role.COMMISSION, Text.of("市经信委", "Commission"),
          Role.FINANCE, Text.of("市财政局", "Finance bureau"));

  private static final Ink CELL = Ink.TEXT.of(8);
  private static final List<Column> COLUMNS =
      List.of(
          new Column(Text.of("序", "No."), 28, false),
          new Column(Text.of("企业", "Enterprise"), 146, false),
          new Column(Text.of("信用代码", "Credit code"), 100, false),
          new Column(Text.of("保险机构", "Insurer"), 70, false),
          new Column(Text.of("保单号", "Policy"), 100, false),
          new Column(Text.of("投保时间", "Insured"), 88, false),
          new Column(Text.of("应补余额（元）", "Outstanding"), 70, true),
          new Column(Text.of("本次安排（元）", "Award"), 70, true),
          new Column(Text.of("结果", "Outcome"), 74, false));

  private record Column(Text head, float width, boolean right) {}

  private final Typeface typeface;

  public PlanPdf(Typeface typeface) {
    this.typeface = typeface;
  }

  /** Renders a signed plan from its record and the lines of its file, in their order. */
  public byte[] render(String scheme, Plan plan, Iterator<PlanLine> lines) {
    Text title = Text.of("保费补贴计划", "Subsidy Allocation Plan");
    String subject = "%s %d-%d %s".formatted(scheme, plan.year(), plan.place(), plan.sha256());
    try (Paper paper = new Paper(typeface, true, title, signedAt(plan), subject, FOOT)) {
      head(paper, title, plan);
      long number = 0;
      columnHeads(paper);
      while (lines.hasNext()) {
        row(paper, ++number, lines.next());
      }
      sums(paper, plan);
      stamps(paper, plan);
      return paper.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant signedAt(Plan plan) {
    return plan.signatures().values().stream()
        .map(Signature::at)
        .max(Comparator.naturalOrder())
        .orElse(plan.madeAt());
  }

  private static void head(Paper paper, Text title, Plan plan) throws IOException {
    paper.centred(
        Ink.TITLE.of(20), "%d 年度%s（第 %d 号）".formatted(plan.year(), title.zh(), plan.place()));
    paper.centred(Ink.SUBTITLE, "%s %d, No. %d".formatted(title.en(), plan.year(), plan.place()));
    paper.down(8);
    hash(paper, "计划文件 Plan SHA-256", plan.sha256());
    hash(paper, "输入文件 Input SHA-256", plan.input());
    if (plan.previous() != null) {
      hash(paper, "上一计划 Previous plan", plan.previous());
    }
    paper.down(8);
  }

  private static void hash(Paper paper, String label, String hash) throws IOException {
    paper.text(0, paper.y(), Ink.SMALL, label);
    paper.text(130, paper.y(), Ink.SMALL, hash);
    paper.down(Ink.SMALL.lineHeight());
  }

  private static void columnHeads(Paper paper) throws IOException {
    paper.rule(Ink.BLUE, 1);
    float x = 0;
    for (Column column : COLUMNS) {
      cell(paper, x, paper.y() - 4, column, Ink.STRONG.of(8), column.head().zh());
      cell(paper, x, paper.y() - 16, column, Ink.SMALL.of(6.5f), column.head().en());
      x += column.width();
    }
    paper.down(29);
    paper.rule(Ink.BLUE, 0.6f);
  }

  private static void cell(Paper paper, float x, float top, Column column, Ink ink, String text)
      throws IOException {
    if (column.right()) {
      paper.right(x + column.width() - 8, top, ink, text);
    } else {
      paper.text(x, top, ink, text);
    }
  }

  private static void row(Paper paper, long number, PlanLine line) throws IOException {
    List<List<String>> cells = cells(paper, number, line);
    int most = cells.stream().mapToInt(List::size).max().orElseThrow();
    float height = most * CELL.lineHeight() + 5;
    if (paper.makeRoom(height)) {
      columnHeads(paper);
    }
    float x = 0;
    for (int i = 0; i < cells.size(); i++) {
      float top = paper.y() - 3;
      for (String text : cells.get(i)) {
        cell(paper, x, top, COLUMNS.get(i), CELL, text);
        top -= CELL.lineHeight();
      }
      x += COLUMNS.get(i).width();
    }
    paper.down(height);
    paper.rule(Ink.RULE, 0.4f);
  }

  private static List<List<String>> cells(Paper paper, long number, PlanLine line) {
    List<String> values =
        List.of(
            String.valueOf(number),
            line.enterpriseName(),
            line.enterprise(),
            line.insurer(),
            line.policy(),
            LocalSecond.text(line.insured()).replace('T', ' '),
            Money.ofFen(line.outstanding()).grouped(),
            Money.ofFen(line.award()).grouped(),
            line.outcome().chinese());
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      cells.add(paper.lines(values.get(i), CELL, COLUMNS.get(i).width() - 8));
    }
    return cells;
  }

  private static void sums(Paper paper, Plan plan) throws IOException {
    paper.makeRoom(100);
    paper.down(10);
    sum(paper, Text.of("年度预算", "Budget of the year"), plan.budget());
    sum(paper, Text.of("本计划安排合计", "Awarded by this plan"), plan.awarded());
    sum(paper, Text.of("预留合计", "Set aside"), plan.setAside());
    paper.text(0, paper.y(), Ink.TEXT, "补贴申请 Claims：" + plan.claims());
    paper.down(26);
  }

  private static void sum(Paper paper, Text label, Money amount) throws IOException {
    paper.text(0, paper.y(), Ink.TEXT, label.zh() + " " + label.en());
    paper.right(330, paper.y(), Ink.STRONG, "¥ " + amount.grouped());
    paper.text(345, paper.y(), Ink.STRONG, "（大写）" + amount.inChinese());
    paper.down(Ink.TEXT.lineHeight() + 4);
  }

  private static void stamps(Paper paper, Plan plan) throws IOException {
    float height = 108;
    float gap = 14;
    float width = (paper.width() - 2 * gap) / 3;
    paper.makeRoom(height);
    float x = 0;
    for (Role body : List.of(Role.REGULATOR, Role.COMMISSION, Role.FINANCE)) {
      stamp(paper, x, width, height, body, plan.signatures().get(body));
      x += width + gap;
    }
    paper.down(height);
  }

  private static void stamp(
      Paper paper,
      float x,
      float width,
      float height,
      Role body,
      @org.jspecify.annotations.Nullable Signature signature)
      throws IOException {
    Text name = BODIES.getOrDefault(body, Text.same(body.label()));
    paper.box(x, paper.y(), width, height, Ink.GREY, 0.6f);
    paper.text(x + 10, paper.y() - 8, Ink.STRONG, name.zh() + " " + name.en());
    if (signature != null) {
      paper.text(
          x + 10, paper.y() - 26, Ink.SMALL, "已签署 Signed " + Shanghai.format(signature.at()));
    }
    paper.text(x + 10, paper.y() - height + 22, Ink.SMALL, "（盖章 Stamp）");
    paper.right(x + width - 10, paper.y() - height + 22, Ink.SMALL, "年      月      日");
  }
}
