"""Writes the sample city's files anew, the same every time. The files are what counts: this only made them.

Every name is invented. Credit codes are valid in form, in an area code (219900) that is not in use.
"""

import csv
import datetime as dt
import pathlib
import random

OUT = pathlib.Path(__file__).parent.parent / "src/main/resources/city"
RANDOM = random.Random(20260224)
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
AREA = "219900"


def organisation_code(number):
    body = f"{number:08d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2)))
    check = 11 - total % 11
    return body + {10: "X", 11: "0"}.get(check, str(check))


def credit_code(number):
    body = "91" + AREA + organisation_code(number)
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + ALPHABET[(31 - total % 31) % 31]


def write(name, header, rows):
    OUT.mkdir(parents=True, exist_ok=True)
    with open(OUT / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


# Enterprises: name, line of business, district; the eight with a story first.
TRADES = {
    "精机": ("甘井子区", ["五轴立式加工中心", "车铣复合中心", "数控磨床"], "VMC-"),
    "轴承": ("瓦房店市", ["风电主轴轴承", "盾构主轴承", "精密角接触轴承"], "BR-"),
    "制冷": ("金普新区", ["二氧化碳热泵机组", "磁悬浮冷水机组"], "HP-"),
    "机器人": ("金普新区", ["重载搬运机器人", "防爆喷涂机器人"], "RB-"),
    "海工": ("长兴岛经济区", ["升降锁紧系统", "深水系泊绞车"], "JLS-"),
    "轨道": ("旅顺口区", ["永磁牵引系统", "轮轨检测系统"], "TR-"),
    "食机": ("庄河市", ["贝类自动开壳生产线", "低温真空油炸机组"], "FD-"),
    "泵业": ("甘井子区", ["核级余热排出泵", "高温熔盐泵"], "NP-"),
    "视觉": ("金普新区", ["焊缝视觉跟踪系统", "轴承表面检测系统"], "WT-"),
    "动力": ("旅顺口区", ["燃料电池电堆", "船用混合动力总成"], "QD-"),
}
STORY = ["辽锐精机", "铁锚海工", "云帆视觉", "氢岸动力", "北岭轴承", "盛海制冷", "星浦机器人", "渤湾泵业"]
FIRST, SECOND = "澄岚砺棹峤琢湛槿沅浔珵垚", "锋屿岳桐朔珩澈樾铮钧岑砚"

names = list(STORY)
trades = list(TRADES)
while len(names) < 64:
    name = RANDOM.choice(FIRST) + RANDOM.choice(SECOND) + trades[len(names) % len(trades)]
    if name not in names:
        names.append(name)

enterprises = []
for number, name in enumerate(names, 1):
    trade = next(t for t in TRADES if name.endswith(t))
    staff = 40 if name == "辽锐精机" else RANDOM.randrange(25, 620, 5)
    enterprises.append(
        {"code": credit_code(10000000 + number * 137), "name": name, "trade": trade,
         "district": TRADES[trade][0], "staff": staff, "person": f"maker-{number:02d}"})
by_name = {e["name"]: e for e in enterprises}

# Insurers and clauses.
INSURERS = [("haiyue", "海岳财险", "2025-07-01"), ("tongzhou", "同舟财险", "2025-07-01"),
            ("bolan", "渤澜财险", "2025-07-01"), ("lian", "砺安财险", "2026-04-01")]
write("insurers.csv", ["insurer", "name", "selected_from", "person"],
      [[key, name, start, key + "-signer"] for key, name, start in INSURERS])
write("clauses.csv", ["number", "insurer", "covers_quality", "covers_liability", "from", "to"],
      [["C-2025-01", "", "true", "true", "2025-07-01", ""],
       ["HY-2025-07", "haiyue", "true", "true", "2025-07-01", ""],
       ["TZ-2025-03", "tongzhou", "true", "false", "2025-07-01", ""],
       ["TZ-2025-04", "tongzhou", "false", "true", "2025-07-01", ""],
       ["BL-2025-02", "bolan", "true", "true", "2025-07-01", "2026-06-30"]])

# Certificates: two lists that come of applications, and one from before that is imported.
LISTS = [("首批次名单2025-1", "2025-12-18"), ("首批次名单2026-1", "2026-03-26"), ("首批次名单2026-2", "2026-06-25")]
CLASSES = {"海工": "船舶及海工装备", "泵业": "核电装备"}
certificates = []


def certify(enterprise, product, specification, published):
    kind = CLASSES.get(enterprise["trade"], "一般")
    if kind == "核电装备" and "核级" not in product:
        kind = "一般"
    # What comes of an application is named by it until the city gives it a number.
    number = f"SPC-{published[:4]}-{len(certificates) + 1:03d}" if published == LISTS[2][1] else f"A-{len(certificates) + 1:03d}"
    certificate = {"number": number, "enterprise": enterprise,
                   "product": product, "specification": specification, "class": kind, "published": published}
    certificates.append(certificate)
    return certificate


FIXED = {"辽锐精机": ("五轴立式加工中心", "VMC-850U"), "铁锚海工": ("升降锁紧系统", "JLS-300"),
         "云帆视觉": ("焊缝视觉跟踪系统", "WT-3"), "氢岸动力": ("燃料电池电堆", "QD-120"),
         "北岭轴承": ("风电主轴轴承", "BR-2400"), "盛海制冷": ("二氧化碳热泵机组", "HP-75"),
         "星浦机器人": ("重载搬运机器人", "RB-500"), "渤湾泵业": ("核级余热排出泵", "NP-90")}
for enterprise in enterprises:
    _, products, prefix = TRADES[enterprise["trade"]]
    product, specification = FIXED.get(
        enterprise["name"], (products[0], f"{prefix}{RANDOM.randrange(10, 400) * 5}"))
    certify(enterprise, product, specification, LISTS[0][1])
for _, published in LISTS[1:]:
    for enterprise in RANDOM.sample(enterprises[1:], 16):
        _, products, prefix = TRADES[enterprise["trade"]]
        certify(enterprise, RANDOM.choice(products[1:]), f"{prefix}{RANDOM.randrange(401, 800) * 5}", published)
write("imported.csv",
      ["认定证书编号", "企业名称", "统一社会信用代码", "产品名称", "规格型号", "产品类别", "发布日期"],
      [[c["number"], c["enterprise"]["name"], c["enterprise"]["code"], c["product"], c["specification"],
        c["class"], c["published"]] for c in certificates if c["published"] == LISTS[2][1]])
write("lists.csv", ["document_number", "published", "file"],
      [[number, published, "imported.csv" if published == LISTS[2][1] else ""] for number, published in LISTS])

# Applications. A random source of their own: the policies stay as they are, whatever is changed here.
DETAILS = random.Random(20251103)
DISTRICTS = {"甘井子区": "ganjingzi", "瓦房店市": "wafangdian", "金普新区": "jinpu", "长兴岛经济区": "changxingdao",
             "旅顺口区": "lvshunkou", "庄河市": "zhuanghe"}
INDUSTRIES = {"精机": "高档数控机床", "轴承": "精密轴承", "制冷": "制冷装备", "机器人": "工业机器人", "海工": "海洋工程装备",
              "轨道": "轨道交通装备", "食机": "食品机械", "泵业": "核电装备", "视觉": "智能检测装备", "动力": "新能源动力"}
STANDARDS = {"精机": "GB/T 25373", "轴承": "GB/T 29718", "制冷": "GB/T 25127", "机器人": "GB/T 39134", "海工": "GB/T 3811",
             "轨道": "GB/T 21413", "食机": "GB 16798", "泵业": "GB/T 16702", "视觉": "GB/T 40659", "动力": "GB/T 33978"}
KINDS = {"轴承": "核心部件", "动力": "核心部件", "视觉": "系统", "海工": "系统", "轨道": "系统"}
write("districts.csv", ["district", "name", "person"],
      [[code, name, f"{code}-officer-1"] for name, code in DISTRICTS.items()])
# Those who are refused: name, what they break.
OTHERS = ["峤珩贸易", "琤岳精机", "澄钧制冷", "岚樾轴承", "珵朔机器人", "湛砚食机", "沅岑泵业", "棹铮视觉", "浔桐动力", "垚澈轨道",
          "峤锋精机", "槿屿制冷", "琢岳轴承", "砺珩机器人"]
for name in OTHERS:
    trade = next((t for t in TRADES if name.endswith(t)), "食机")
    enterprises.append(
        {"code": credit_code(10000000 + (len(enterprises) + 1) * 137), "name": name, "trade": trade,
         "district": TRADES[trade][0], "staff": DETAILS.randrange(25, 620, 5), "person": f"maker-{len(enterprises) + 1:02d}"})
by_name = {e["name"]: e for e in enterprises}
for e in enterprises:
    e["registered"] = dt.date(DETAILS.randrange(2009, 2023), DETAILS.randrange(1, 13), DETAILS.randrange(1, 28))
    e["revenue"] = DETAILS.randrange(2_000, 32_000) * 10_000
write("enterprises.csv", ["credit_code", "name", "district", "staff", "person"],
      [[e["code"], e["name"], e["district"], e["staff"], e["person"]] for e in enterprises])

FORM = ["enterprise.name", "enterprise.district", "enterprise.registeredOn", "enterprise.legalPerson",
        "enterprise.manufacturer", "enterprise.industry", "enterprise.staff", "enterprise.revenue", "product.name",
        "product.specification", "product.kind", "product.productClass", "product.unitPrice", "product.breakthrough",
        "product.intellectualProperty", "product.marketRecord", "conditions.industrialPolicy", "conditions.standards",
        "conditions.specialIndustry", "conditions.specialApproval", "conditions.qualityProof", "conditions.patent",
        "conditions.testReport", "conditions.environment", "conditions.further"]
applications = []


def apply(key, wave, course, detail, enterprise, product, specification, kind, **wrong):
    trade = enterprise["trade"]
    special = trade in ("泵业", "轨道")
    price = {"一般": DETAILS.randrange(40, 400), "船舶及海工装备": DETAILS.randrange(1200, 3000),
             "核电装备": DETAILS.randrange(1200, 3000)}[kind] * 10_000
    form = {
        "enterprise.name": enterprise["name"], "enterprise.district": DISTRICTS[enterprise["district"]],
        "enterprise.registeredOn": enterprise["registered"].isoformat(), "enterprise.legalPerson": "true",
        "enterprise.manufacturer": "true", "enterprise.industry": INDUSTRIES[trade],
        "enterprise.staff": str(enterprise["staff"]), "enterprise.revenue": f"{enterprise['revenue']}.00",
        "product.name": product, "product.specification": specification, "product.kind": KINDS.get(trade, "装备"),
        "product.productClass": kind, "product.unitPrice": f"{price}.00",
        "product.breakthrough": DETAILS.choice(
            ["主要技术参数较上一代提高三成", "同类规格首次采用自主研制的核心单元", "品种为本市首创，参数经第三方测试"]),
        "product.intellectualProperty": f"发明专利 ZL2023{DETAILS.randrange(10**7, 10**8)}.{DETAILS.randrange(10)}",
        "product.marketRecord": "false",
        "conditions.industrialPolicy": "产业结构调整指导目录鼓励类",
        "conditions.standards": STANDARDS[trade],
        "conditions.specialIndustry": "true" if special else "false",
        "conditions.specialApproval": "行业主管部门准入许可，在有效期内" if special else "",
        "conditions.qualityProof": f"新产品质量鉴定证书 ZJ-{DETAILS.randrange(1000, 9999)}",
        "conditions.patent": f"ZL2023{DETAILS.randrange(10**7, 10**8)}.{DETAILS.randrange(10)}",
        "conditions.testReport": f"检测报告 JC-{DETAILS.randrange(1000, 9999)}",
        "conditions.environment": "一级能效，排放符合国家标准",
        "conditions.further": "近三年无重大安全、质量事故"}
    form.update(wrong)
    applications.append([key, wave, course, detail, enterprise["code"]] + [form[f] for f in FORM])


RETURNED = {"A-004": "conditions.testReport", "A-011": "enterprise.revenue", "A-019": "evidence.STANDARDS",
            "A-027": "conditions.patent", "A-038": "product.breakthrough", "A-052": "evidence.ENVIRONMENT"}
SUPPLEMENTED = {"A-008": "conditions.qualityProof", "A-033": "evidence.PATENT_OR_REPORT", "A-070": "conditions.standards"}
for c in certificates:
    if c["published"] == LISTS[2][1]:
        continue
    key = c["number"]
    course, detail = ("returned", RETURNED[key]) if key in RETURNED else (
        ("supplemented", SUPPLEMENTED[key]) if key in SUPPLEMENTED else ("certified", ""))
    apply(key, 1 if c["published"] == LISTS[0][1] else 2, course, detail, c["enterprise"], c["product"],
          c["specification"], c["class"])


def other(name, course, detail, wave=1, kind="一般", **wrong):
    enterprise = by_name[name]
    products, prefix = TRADES[enterprise["trade"]][1:]
    apply(f"B-{sum(a[0].startswith('B') for a in applications) + 1:02d}", wave, course, detail, enterprise, products[-1],
          f"{prefix}{DETAILS.randrange(801, 999) * 5}", kind, **wrong)


# What the rules do not let be submitted: detail is the rule.
other("峤珩贸易", "not-submitted", "8.manufacturer", **{"enterprise.manufacturer": "false"})
other("琤岳精机", "not-submitted", "8.size", **{"enterprise.staff": "1460", "enterprise.revenue": "912000000.00"})
other("澄钧制冷", "not-submitted", "8.1.legal-person", **{"enterprise.legalPerson": "false"})
other("岚樾轴承", "not-submitted", "8.1.registered", wave=2, **{"enterprise.registeredOn": "2024-01-21"})
other("珵朔机器人", "not-submitted", "8.1.industry", **{"enterprise.industry": "服装加工"})
other("湛砚食机", "not-submitted", "2.no-market-record", **{"product.marketRecord": "true"})
# What people find: detail is the article.
other("沅岑泵业", "declined", "第八条（二）")
other("棹铮视觉", "declined", "第八条（三）")
other("浔桐动力", "declined", "第八条（五）")
other("垚澈轨道", "refused", "第八条（四）")
other("峤锋精机", "refused", "第八条（六）")
other("槿屿制冷", "refused", "第二条")
other("琢岳轴承", "lapsed", "conditions.testReport")
other("砺珩机器人", "withdrawn", "")
write("applications.csv", ["key", "wave", "course", "detail", "credit_code"] + FORM, applications)

# Users, who buy.
USERS = [(name, credit_code(50000000 + i * 211)) for i, name in enumerate(
    ["东沈汽车部件"] + [a + b for a in ("沈桥", "辽源桥", "松岭", "滨塔", "嫩原", "渭垣", "岷湾", "湘渚", "闽屿", "浙渡")
                    for b in ("重型机械", "新能源", "造船", "冷链")])]

# Policies.
HOLIDAYS = [("2026-01-01", "2026-01-03"), ("2026-02-15", "2026-02-23"), ("2026-04-04", "2026-04-06"),
            ("2026-05-01", "2026-05-05"), ("2026-06-19", "2026-06-21"), ("2026-09-25", "2026-09-27"),
            ("2026-10-01", "2026-10-07")]


def is_rest(day):
    return day.weekday() >= 5 or any(a <= day.isoformat() <= b for a, b in HOLIDAYS)


policies, taken, counters = [], set(), {}
HEADER = ["number", "insurer", "credit_code", "name", "product", "specification", "certificate", "user",
          "user_credit_code", "contract", "contract_signed", "contract_amount", "batch", "delivered",
          "proposal_received", "signed", "inception", "end", "clause", "insured_amount", "premium",
          "other_subsidy", "class"]


def add(insurer, certificate, user, delivered, proposal, signed, amount, premium, **other):
    counters[insurer] = counters.get(insurer, 0) + 1
    enterprise = certificate["enterprise"]
    day = dt.date.fromisoformat(signed[:10])
    inception = day + dt.timedelta(days=1)
    years = other.pop("years", 1)
    end = inception.replace(year=inception.year + years) - dt.timedelta(days=1)
    contract = dt.date.fromisoformat(delivered) - dt.timedelta(days=RANDOM.randrange(30, 120))
    policy = {
        "number": f"{insurer[:2].upper()}2026-{counters[insurer]:04d}", "insurer": insurer,
        "credit_code": enterprise["code"], "name": enterprise["name"], "product": certificate["product"],
        "specification": certificate["specification"], "certificate": certificate["number"], "user": user[0],
        "user_credit_code": user[1], "contract": f"GH-{counters[insurer]:04d}",
        "contract_signed": contract.isoformat(), "contract_amount": f"{amount}.00",
        "batch": f"No.{RANDOM.randrange(1, 90):03d}", "delivered": delivered, "proposal_received": proposal,
        "signed": signed, "inception": inception.isoformat(), "end": end.isoformat(),
        "clause": other.pop("clause", "C-2025-01"), "insured_amount": f"{amount}.00", "premium": premium,
        "other_subsidy": "0.00", "class": certificate["class"]}
    policy.update(other)
    return policy


def register(*arguments, **other):
    policy = add(*arguments, **other)
    policies.append(policy)
    taken.add((policy["credit_code"], policy["specification"], policy["user_credit_code"]))
    return policy


def of(name, specification=None):
    return next(c for c in certificates if c["enterprise"]["name"] == name
                and specification in (None, c["specification"]))


def premium(amount, permille):
    return f"{amount * permille // 1000}.00"


STORY_POLICIES = {
    1: [("haiyue", "辽锐精机", USERS[0], "2026-01-16", "2026-02-24T10:12", "2026-02-24T15:40", 4_200_000, 28),
        ("tongzhou", "铁锚海工", USERS[3], "2026-01-12", "2026-01-20T09:30", "2026-01-22T11:00", 8_600_000, 42),
        ("tongzhou", "铁锚海工", USERS[7], "2026-02-25", "2026-03-06T14:05", "2026-03-10T10:00", 8_600_000, 42),
        ("bolan", "北岭轴承", USERS[2], "2026-03-02", "2026-03-16T09:00", "2026-03-17T09:00", 3_100_000, 26)],
    2: [("tongzhou", "铁锚海工", USERS[11], "2026-04-08", "2026-04-20T09:30", "2026-04-21T11:00", 8_200_000, 42),
        ("tongzhou", "铁锚海工", USERS[15], "2026-05-20", "2026-06-05T14:05", "2026-06-08T10:00", 8_200_000, 42),
        ("tongzhou", "盛海制冷", USERS[1], "2026-05-11", "2026-05-25T10:30", "2026-05-26T10:00", 3_000_000, 29)],
    3: [("tongzhou", "铁锚海工", USERS[19], "2026-07-08", "2026-07-14T09:30", "2026-07-15T11:00", 8_400_000, 42),
        ("tongzhou", "铁锚海工", USERS[23], "2026-07-20", "2026-08-05T14:05", "2026-08-06T10:00", 8_500_000, 42),
        ("haiyue", "云帆视觉", USERS[4], "2026-09-01", "2026-09-14T14:05", "2026-09-15T10:00", 1_500_000, 24),
        ("lian", "氢岸动力", USERS[5], "2026-09-07", "2026-09-21T14:05", "2026-09-22T10:00", 6_800_000, 27)],
    4: [("tongzhou", "铁锚海工", USERS[27], "2026-10-12", "2026-10-20T09:30", "2026-10-21T11:00", 7_900_000, 42)],
}
WANTED = {1: 42, 2: 41, 3: 42, 4: 40}

for quarter in (1, 2, 3, 4):
    first = dt.date(2026, 3 * quarter - 2, 1)
    for insurer, name, user, delivered, proposal, signed, amount, rate in STORY_POLICIES[quarter]:
        register(insurer, of(name), user, delivered, proposal, signed, amount, premium(amount, rate))
    count = len(STORY_POLICIES[quarter])
    while count < WANTED[quarter]:
        certificate = RANDOM.choice([c for c in certificates if c["enterprise"]["name"] not in STORY])
        user = RANDOM.choice(USERS[1:])
        key = (certificate["enterprise"]["code"], certificate["specification"], user[1])
        delivered = first + dt.timedelta(days=RANDOM.randrange(0, 80))
        signed = delivered + dt.timedelta(days=RANDOM.randrange(2, 21))
        last = dt.date(2026 + (quarter == 4), (3 * quarter) % 12 + 1, 1) - dt.timedelta(days=1)
        published = dt.date.fromisoformat(certificate["published"])
        if (key in taken or is_rest(signed) or signed > last or signed < published
                or signed > dt.date(2026, 12, 18) and published.year == 2025):
            continue
        proposal = signed - dt.timedelta(days=RANDOM.randrange(0, min(3, (signed - delivered).days) + 1))
        at = f"T{RANDOM.randrange(9, 17):02d}:{RANDOM.randrange(60):02d}"
        amount = 10_000 * round(RANDOM.triangular(80, 860, 330))
        insurer = RANDOM.choice([key for key, _, start in INSURERS if start <= signed.isoformat()])
        other = {}
        rate = RANDOM.randrange(18, 31)
        if count == 20:
            other["years"], rate = 2, RANDOM.randrange(40, 58)
        elif count == 25:
            other["other_subsidy"] = f"{amount * (rate - 6) // 1000}.00"
        elif insurer == "haiyue" and count % 3 == 0:
            other["clause"] = "HY-2025-07"
        register(insurer, certificate, user, delivered.isoformat(), proposal.isoformat() + at,
                 signed.isoformat() + "T17:00", amount, premium(amount, rate), **other)
        count += 1

# The calendar of 2027 is not known: nominal last day 2027-01-01, signed after it.
late_calendar = next(c for c in certificates if c["published"] == LISTS[1][1])
pending = add("haiyue", late_calendar, USERS[10], "2026-12-02", "2026-12-28T09:00", "2027-01-04T10:00", 2_000_000,
              premium(2_000_000, 25))
pending["number"] = "HA2027-0001"
policies.sort(key=lambda p: (p["signed"], p["number"]))
write("policies.csv", HEADER, [[p[h] for h in HEADER] for p in policies])
write("pending.csv", HEADER, [[pending[h] for h in HEADER]])

# Refusals: "rule" is the one that refuses; "at" is when the insurer tries.
refusals = []


def refuse(rule, at, policy, **wrong):
    policy.update(wrong)
    policy["number"] = f"R-{len(refusals) + 1:02d}"
    refusals.append([rule, at, policy.get("paid", "")] + [policy[h] for h in HEADER])


def plain(name="北岭轴承", insurer="haiyue", delivered="2026-03-02", proposal="2026-03-16T09:00",
          signed="2026-03-17T09:00", amount=3_000_000, rate=26, user=None):
    return add(insurer, of(name), user or USERS[12], delivered, proposal, signed, amount, premium(amount, rate))


T1 = "2026-03-31T17:00:00+08:00"
T2 = "2026-06-30T17:00:00+08:00"
refuse("2.contract-batch", T1, plain(), contract="GH-9001、GH-9002")
refuse("2.production-batch", T1, plain(), batch="No.007、No.008")
refuse("2.first-use", T1, plain(insurer="tongzhou", user=USERS[2]))
refuse("3.rate-ceiling", T1, plain("盛海制冷"), premium="90300.00")
refuse("3.clause-filed", T1, plain(), clause="HY-2024-99")
refuse("3.clause-insurer", T1, plain(insurer="tongzhou"), clause="HY-2025-07")
refuse("3.clause-period", T2, plain(insurer="bolan", delivered="2026-06-20", proposal="2026-07-02T09:00",
                                    signed="2026-07-02T10:00"), clause="BL-2025-02")
refuse("4.liability", T1, plain(insurer="tongzhou"), clause="TZ-2025-03")
refuse("4.class", T1, plain(), **{"class": "船舶及海工装备"})
refuse("5.premium", T1, plain(), premium="0.00")
refuse("5.term", T1, plain(), end="2026-03-18T00:00")
refuse("6.certificate", T1, plain(), certificate="SPC-2026-999")
refuse("6.enterprise", T1, plain(), certificate=of("星浦机器人")["number"])
refuse("6.specification", T1, plain(), specification="BR-2500")
refuse("6.valid", T1, plain(delivered="2025-11-20", proposal="2025-12-10T09:00", signed="2025-12-12T09:00"))
refuse("11.window", T1, plain(delivered="2026-01-15", proposal="2026-02-24T09:00", signed="2026-02-24T10:00"))
refuse("11.not-early", T1, plain(delivered="2026-03-20"))
refuse("12.selected", T1, plain(insurer="lian"))
refuse("15.term", T1, plain(), proposal_received="2025-06-27T09:00", signed="2025-06-27T10:00")
refuse("4.quality", T1, plain(insurer="tongzhou"), clause="TZ-2025-04")
refuse("5.insured-amount", T1, plain(), insured_amount="0.00")
refuse("6.product", T1, plain(), product="风电变桨轴承")
T4 = "2026-12-31T17:00:00+08:00"
refuse("12.suspended", T4, add("bolan", next(c for c in certificates if c["published"] == LISTS[1][1]), USERS[14],
                               "2026-12-14", "2026-12-29T09:00", "2026-12-30T10:00", 2_000_000, premium(2_000_000, 25)))
refuse("7.discount", T1, plain(), paid="47000.00")
T5 = "2027-01-25T17:00:00+08:00"
refuse("15.bar", T5, add("lian", of("澄桐轴承"), USERS[14], "2026-12-28", "2027-01-06T09:00", "2027-01-22T10:00",
                         2_000_000, premium(2_000_000, 25)))
write("refusals.csv", ["rule", "at", "paid"] + HEADER, refusals)
