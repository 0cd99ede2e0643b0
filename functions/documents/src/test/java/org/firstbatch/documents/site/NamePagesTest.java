package org.firstbatch.documents.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamePagesTest {

  private static final Site SITE = new Site("dalian", "https://www.firstbatch.example", "");

  @Test
  void shouldListNamesByTheirFirstCharacterWhileTheyFitOnAPage() {
    Map<String, String> pages = pages(names("大连", 100), "大");

    assertEquals(2, pages.size());
    assertTrue(at(pages, Site.NAMES).contains("（100）"));
    assertEquals(100, count(at(pages, Site.names("大")), "<code>"));
  }

  @Test
  void shouldBranchByOneMoreCharacterWhereNamesAreMoreThanAPageTakes() {
    List<NamedEnterprise> all = names("大连", 250);
    Map<String, String> pages = pages(all, "大");

    assertTrue(pages.values().stream().allMatch(page -> count(page, "<li") < 110));
    assertTrue(pages.values().stream().allMatch(page -> count(page, "<code>") <= 100));
    for (NamedEnterprise each : all) {
      String path =
          NamePages.pathOf(
              each.key(),
              prefix -> all.stream().filter(name -> name.begins(prefix)).limit(101).toList());
      assertTrue(pages.getOrDefault(path, "").contains(each.creditCode()), each.key());
    }
  }

  @Test
  void shouldListANameThatIsTheBeginningOfOthersToo() {
    List<NamedEnterprise> all = names("大连", 150);
    all.addFirst(new NamedEnterprise("大连", "大连", "CODE-OF-DALIAN"));

    Map<String, String> pages = pages(all, "大");

    assertTrue(at(pages, Site.names("大连")).contains("CODE-OF-DALIAN"));
  }

  @Test
  void shouldPageManyEnterprisesOfOneName() {
    List<NamedEnterprise> all = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      all.add(new NamedEnterprise("大连", "大连", "CODE" + i));
    }

    Map<String, String> pages = pages(all, "大");

    assertEquals(50, count(at(pages, "names/" + slug("大连") + "_3.html"), "<code>"));
  }

  private static String at(Map<String, String> pages, String path) {
    return pages.getOrDefault(path, "");
  }

  private static String slug(String prefix) {
    return Site.names(prefix).replaceAll("names/|\\.html", "");
  }

  private static List<NamedEnterprise> names(String city, int count) {
    List<NamedEnterprise> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String name = city + "第" + i + "机床厂";
      names.add(new NamedEnterprise(name, name, "CODE" + i));
    }
    names.sort(Comparator.comparing(NamedEnterprise::key));
    return names;
  }

  private static Map<String, String> pages(List<NamedEnterprise> names, String first) {
    Map<String, String> pages = new TreeMap<>();
    NamePages.of(SITE, names, first).forEach(page -> pages.put(page.path(), page.html()));
    return pages;
  }

  private static int count(String page, String what) {
    return page.split(java.util.regex.Pattern.quote(what), -1).length - 1;
  }
}
