"""Calls that should succeed, in the order in which each can: the walk then finds records in every state."""

import hashlib

MAKER = "AS_MAKER_01"
CREDIT_CODE = "91219900100001377K"
INSURER = "AS_HAIYUE_SIGNER"
DISTRICT = "AS_GANJINGZI_OFFICER_1"
EVALUATOR = "AS_HENGCE_EXPERT_1"
AUDITOR = "AS_AUDITOR_1"
COMMISSION = ("AS_COMMISSION_SIGNER_1", "AS_COMMISSION_SIGNER_2")
FINANCE = ("AS_FINANCE_SIGNER_1", "AS_FINANCE_SIGNER_2")
REGULATOR = ("AS_REGULATOR_SIGNER_1", "AS_REGULATOR_SIGNER_2")
ADMINISTRATOR = ("AS_COMMISSION_ADMIN_1", "AS_COMMISSION_ADMIN_2")
CONDITIONS = ["FIRST_BATCH", "SIZE", "REGISTRATION", "INDUSTRIAL_POLICY", "STANDARDS", "PATENT_OR_REPORT", "ENVIRONMENT", "FURTHER"]
MET = [{"condition": condition, "outcome": "MET"} for condition in CONDITIONS]
PUBLIC = ["showParameters", "listBudgets", "listCalendars", "listInsurers", "listClauses", "listCertificateLists", "searchRegister"]
READERS = {
    MAKER: ["listPolicies", "listApplications", "listRelations", "showMe"],
    DISTRICT: ["listApplications", "showMe"],
    EVALUATOR: ["listApplications", "showMe"],
    INSURER: ["listPolicies", "listFilings", "showMe"],
    COMMISSION[0]: ["listChanges", "listApplications", "listProposals", "listUnfinishedLists", "showMe"],
    ADMINISTRATOR[0]: ["listChanges", "listMemberships", "showMe"],
    FINANCE[0]: ["listChanges", "showMe"],
    REGULATOR[0]: ["listChanges", "showMe"],
    AUDITOR: ["listApplications", "showMe"],
}


class Acts:
    """What people of the sample city do next."""

    def __init__(self, caller, sample):
        self.caller = caller
        self.act = caller.act
        self.known = caller.known
        self.sample = sample.read_bytes()
        self.users = 0
        # What is new to the city is named for this walk, so that the same city can be walked again.
        self.tag = f"walk-{caller.tag}"

    def before(self):
        self.look_around()
        self.programme()
        self.people()
        self.applications()
        self.certificates()
        self.policies()
        self.plans()
        self.filing()
        self.papers()

    def after(self):
        """What would end the year for everybody else."""
        self.act(FINANCE[0], "proposeClosing", {"year": "2026"})
        self.act(FINANCE[1], "approveClosing", {"year": "2026"})
        self.act(FINANCE[1], "showClosing", {"year": "2026"})

    def look_around(self):
        for name in PUBLIC:
            self.act(None, name)
        for person, names in READERS.items():
            for name in names:
                self.act(person, name, query=self.widest(name))
        for body in (COMMISSION, FINANCE, REGULATOR):
            self.act(body[0], "listPolicies", query={"insurer": "haiyue", "limit": 100})
            self.act(body[0], "listFilings", query={"year": "2026", "limit": 100})
        self.act(None, "searchCertificates", query={"creditCode": CREDIT_CODE})
        self.act(MAKER, "searchCertificates", query={"creditCode": CREDIT_CODE})
        for year in ("2026", "2027"):
            self.known.together({"year": year})
        for name in ("showBudget", "showPosition", "listSignedPlans", "showCalendar", "showNotice"):
            self.act(None, name, {"year": "2026"})
        self.act(FINANCE[0], "listPlans", {"year": "2026"})
        self.act(FINANCE[0], "listRuns", {"year": "2026"})
        self.act(MAKER, "showOwnPosition", {"year": "2026"})
        for place in ("1", "2", "3", "4"):
            self.known.together({"year": "2026", "place": place})
        for day in ("2025-11-03", "2026-02-24", "2026-04-21", "2027-01-21"):
            self.known.together({"day": day})

    def widest(self, name):
        names = [p["name"] for p in self.caller.description.parameters(self.caller.description.operations[name])]
        return {"limit": 100} if "limit" in names else {}

    # Programme

    def by_two(self, body, name, path=None, change=None, said=None):
        self.propose(body[0], name, path, change, said)
        self.act(body[1], "approveChange", {"change": self.change})

    def propose(self, person, name, path=None, change=None, said=None):
        self.change = self.act(person, name, path, change=change, body=said).get("change", "unknown")

    def programme(self):
        year = {"year": "2026"}
        self.by_two(FINANCE, "proposeBudget", change={"year": 2027})
        self.propose(FINANCE[0], "proposeSupplement", year)
        self.act(FINANCE[1], "showChange", {"change": self.change})
        self.act(FINANCE[1], "refuseChange", {"change": self.change})
        self.propose(FINANCE[0], "proposeSupplement", year)
        self.act(FINANCE[0], "withdrawChange", {"change": self.change})
        self.by_two(FINANCE, "proposeSupplement", year)
        self.by_two(REGULATOR, "proposeInsurer", change={"insurer": self.tag, "from": "2027-01-01"})
        insurer = {"insurer": self.tag}
        self.by_two(REGULATOR, "proposeSuspension", insurer, {"from": "2027-02-01"})
        self.by_two(REGULATOR, "proposeReinstatement", insurer, {"from": "2027-03-01"})
        self.by_two(REGULATOR, "proposeBar", insurer, {"from": "2027-04-01"})
        self.act(None, "showInsurer", insurer)
        self.by_two(REGULATOR, "proposeAnnulmentOfBar", insurer)
        self.by_two(REGULATOR, "proposeClause", change={"number": f"C-{self.tag}", "insurer": self.tag, "from": "2027-01-01"})
        self.act(None, "showClause", {"clause": f"C-{self.tag}"})
        self.propose(COMMISSION[0], "proposeCalendar")
        self.propose(COMMISSION[0], "proposeNotice", change={"year": 2028, "filingWindows": [], "applicationWindow": {"from": "2027-11-01", "to": "2028-10-31"}})
        self.act(COMMISSION[0], "listChanges", query={"limit": 100})

    def people(self):
        for person, capacity in ((f"{self.tag}-officer", "SIGNER"), (f"{self.tag}-preparer", "PREPARER")):
            said = {"person": person, "organisation": "ganjingzi", "role": "DISTRICT", "capacities": [capacity]}
            self.by_two(ADMINISTRATOR, "proposeMembership", said=said)
        end = {"person": f"{self.tag}-preparer", "organisation": "ganjingzi", "role": "DISTRICT", "to": "2027-12-31"}
        self.by_two(ADMINISTRATOR, "proposeEndOfMembership", said=end)
        self.act(AUDITOR, "declareRelation")
        self.act(AUDITOR, "listRelations")
        self.act(ADMINISTRATOR[0], "listMemberships", query={"limit": 100})

    # Applications

    def applications(self):
        self.act(None, "checkApplication")
        where = self.draft("draft")
        self.act(MAKER, "saveApplication", where, change={"fields": {"conditions.further": "近三年无重大安全、质量事故"}})
        self.act(MAKER, "withdrawApplication", where)
        self.draft("left a draft")
        self.submitted("left submitted")
        self.act(DISTRICT, "declineApplication", self.submitted("declined"))
        self.returned()
        for ending in ("refused", "certified", "departed", "left assessed"):
            self.assessed(ending)

    def draft(self, specification):
        form = {
            "enterprise.name": "辽锐精机", "enterprise.district": "ganjingzi", "enterprise.registeredOn": "2012-08-11",
            "enterprise.legalPerson": "true", "enterprise.manufacturer": "true", "enterprise.industry": "高档数控机床",
            "enterprise.staff": "40", "enterprise.revenue": "295500000.00",
            "product.name": "五轴卧式加工中心", "product.specification": f"{self.tag} {specification}", "product.kind": "装备",
            "product.productClass": "一般", "product.unitPrice": "4100000.00", "product.breakthrough": "主轴热误差较上一代降低四成",
            "product.intellectualProperty": "发明专利两项", "product.marketRecord": "false",
            "conditions.industrialPolicy": "产业结构调整指导目录鼓励类", "conditions.standards": "GB/T 25373",
            "conditions.specialIndustry": "false", "conditions.qualityProof": "新产品质量鉴定证书 ZJ-7001",
            "conditions.testReport": "检测报告 JC-7001", "conditions.environment": "一级能效", "conditions.further": "近三年无重大安全、质量事故",
        }
        return {"application": self.act(MAKER, "draftApplication", change={"form": form}).get("application", "unknown")}

    def submitted(self, specification):
        where = self.draft(specification)
        for condition in CONDITIONS:
            declared = self.upload("declareEvidence", MAKER, where, {"condition": condition})
        self.until(MAKER, "listEvidence", where, "DECLARED", there=False)
        self.act(MAKER, "readEvidence", {**where, "evidence": declared.get("evidence", "unknown")})
        self.act(MAKER, "submitApplication", where)
        return where

    def returned(self):
        where = self.submitted("returned")
        self.act(DISTRICT, "takeOverApplication", where)
        self.act(DISTRICT, "handOverApplication", where, change={"to": f"{self.tag}-officer"})
        self.act(DISTRICT, "takeOverApplication", where)
        self.act(DISTRICT, "handOverAllApplications", change={"to": f"{self.tag}-officer"})
        said = {"fields": {"conditions.testReport": "检测报告编号与附件不一致"}, "until": "2027-12-01"}
        self.act(DISTRICT, "returnApplication", where, change=said)
        self.act(MAKER, "saveApplication", where, change={"fields": {"conditions.testReport": "检测报告 JC-7002"}})
        self.act(MAKER, "submitApplication", where)
        self.act(MAKER, "listSubmissions", where)
        self.act(DISTRICT, "showSubmission", {**where, "round": "2"})
        self.act(DISTRICT, "compareSubmissions", where, query={"from": "1", "to": "2"})

    def assessed(self, ending):
        where = self.submitted(ending)
        self.act(DISTRICT, "confirmApplication", where, change={"findings": MET})
        self.act(COMMISSION[0], "assignApplication", where, change={"evaluator": "hengce"})
        if ending == "refused":
            self.act(EVALUATOR, "declineAssignment", where)
            self.act(COMMISSION[0], "assignApplication", where, change={"evaluator": "hengce"})
            self.act(EVALUATOR, "requestSupplement", where)
            self.act(COMMISSION[0], "decideSupplement", where, change={"until": "2027-12-01"})
            self.act(MAKER, "submitApplication", where)
        self.act(EVALUATOR, "assessApplication", where, change={"findings": MET, "recommended": ending != "departed"})
        if ending == "refused":
            self.act(COMMISSION[1], "refuseApplication", where)
        elif ending in ("certified", "departed"):
            listed = {"application": where["application"]}
            if ending == "departed":
                listed["ground"] = "复核后认为检测报告符合要求"
            said = {"documentNumber": f"{self.tag}-{ending}", "applications": [listed]}
            self.act(COMMISSION[1], "publishCertificates", change=said)

    # Certificates

    def certificates(self):
        for ending in ("certified", "departed"):
            self.act(None, "showCertificateList", {"list": f"{self.tag}-{ending}"})
            self.act(AUDITOR, "listDepartures", {"list": f"{self.tag}-{ending}"})
        csv = (
            "认定证书编号,投保企业,统一社会信用代码,产品名称,规格型号,产品类别,有效期至\r\n"
            f"{self.tag}-1,辽锐精机,{CREDIT_CODE},五轴卧式加工中心,WALK 1,一般,2028-01-05\r\n"
            f"{self.tag}-2,辽锐精机,{CREDIT_CODE},五轴卧式加工中心,WALK 2,一般,2028-01-05\r\n"
        )
        said = {"documentNumber": f"{self.tag}-imported", "published": "2027-01-05", "csv": csv}
        self.act(COMMISSION[0], "importCertificates", change=said)
        one, other = {"certificate": f"{self.tag}-1"}, {"certificate": f"{self.tag}-2"}
        self.act(None, "showCertificate", one)
        for ending in ("withdrawProposal", "refuseProposal", "approveProposal"):
            self.act(COMMISSION[0], "proposeCorrection", one, change={"fields": {"specification": f"{self.tag} {ending}"}})
            self.act(COMMISSION[1], "showProposal", one)
            self.act(COMMISSION[1], "listProposals")
            self.act(COMMISSION[0 if ending == "withdrawProposal" else 1], ending, one)
        self.act(None, "listCertificateVersions", one)
        self.act(COMMISSION[0], "proposeRevocation", other)
        self.act(COMMISSION[1], "approveProposal", other)
        self.act(None, "listCertificateVersions", other)

    # Policies

    def policies(self):
        found = self.act(INSURER, "searchCertificates", query={"creditCode": CREDIT_CODE}).get("items", [])
        self.certificate = next(item["number"] for item in found if item["specification"] == "VMC-850U")
        self.act(None, "checkPolicy", body={**self.policy(), "insurer": "haiyue"})
        self.act(None, "showDeadline", query={"contractSigned": "2026-12-01", "delivered": "2026-12-15"})
        self.act(COMMISSION[0], "overrideCreditCode")
        self.act(INSURER, "withdrawPolicy", self.registered())
        self.act(INSURER, "endorsePolicy", self.registered(), change={"effective": "2027-02-01"})
        self.act(INSURER, "surrenderPolicy", self.registered(), change={"effective": "2027-02-01"})
        self.disputed()
        said = self.policy()
        self.act(INSURER, "correctPolicy", self.registered(said), body=said)
        self.registered()

    def disputed(self):
        where = self.registered()
        self.act(MAKER, "disputePolicy", where)
        self.act(MAKER, "withdrawDispute", where)
        self.act(MAKER, "confirmPolicy", where)
        self.act(REGULATOR[0], "recordLateGround", where)

    def policy(self):
        self.users += 1
        return {
            "number": f"{self.tag}-{self.users}",
            "insured": {"creditCode": CREDIT_CODE, "name": "辽锐精机"},
            "product": {"name": "五轴立式加工中心", "specification": "VMC-850U"},
            "certificateNumber": self.certificate,
            "user": {"country": "新加坡", "registrationNumber": f"{self.tag}-{self.users}", "name": "Sample User Pte. Ltd."},
            "supplyContract": {"number": f"GH-{self.tag}-{self.users}", "signed": "2026-10-15", "amount": "3600000.00"},
            "batch": {"number": f"No.{self.tag}-{self.users}", "lastDelivered": "2026-11-20"},
            "proposalReceived": "2026-12-10T10:00",
            "contractSigned": "2026-12-11T15:00",
            "cover": {"inception": "2026-12-12", "end": "2027-12-11"},
            "clauseNumber": "HY-2025-07",
            "sums": {"insuredAmount": "3600000.00", "premium": "100800.00", "otherSubsidy": "0.00"},
            "productClass": "ORDINARY",
        }

    def registered(self, said=None):
        return {"policy": self.act(INSURER, "registerPolicy", body=said or self.policy()).get("id", "unknown")}

    def copied(self):
        """A policy that may be filed: confirmed, with its contract."""
        where = self.registered()
        declared = self.upload("declareDocument", INSURER, where, {"kind": "CONTRACT_COPY"})
        self.until(INSURER, "listDocuments", where, "CHECKED")
        self.act(INSURER, "readDocument", {**where, "document": declared.get("document", "unknown")})
        self.act(MAKER, "confirmPolicy", where)
        return where

    # Plans and filings

    def plans(self):
        for ending in ("declinePlan", "discardPlan", "signPlan"):
            run = self.act(REGULATOR[1], "requestRun", {"year": "2026"}).get("run", "unknown")
            self.until(REGULATOR[1], "showRun", {"year": "2026", "run": run}, '"DRAFT"')
            place = str(self.act(REGULATOR[1], "showRun", {"year": "2026", "run": run}).get("place", 6))
            where = {"year": "2026", "place": place}
            self.known.together(where)
            digest = self.act(FINANCE[0], "showPlan", where).get("sha256", "")
            self.act(FINANCE[0], "listPlanLines", where)
            self.act(FINANCE[0], "showPlanFiles", where)
            if ending == "declinePlan":
                self.act(FINANCE[0], ending, where)
            elif ending == "discardPlan":
                self.act(REGULATOR[0], ending, where)
            else:
                for body in (COMMISSION, FINANCE, REGULATOR):
                    self.act(body[0], ending, where, change={"sha256": digest})
        for name in ("showSignedPlan", "listSignedPlanLines", "showSignedPlanFiles", "showSignedPlanDocument"):
            self.act(None, name, {"year": "2026", "place": "1"})

    def filing(self):
        self.caller.clock("2027-04-05T10:00:00+08:00")
        policies = [self.copied()["policy"] for _ in range(6)]
        filed = self.act(INSURER, "fileQuarter", change={"quarter": "2027Q1", "policies": policies})
        where = {"filing": filed.get("filing", "unknown")}
        self.until(INSURER, "showFiling", where, '"FILED"')
        self.act(INSURER, "fileQuarter", change={"quarter": "2026Q4", "policies": policies[:1]})
        for name in ("showFiling", "listFindings", "listClaims"):
            self.act(COMMISSION[0], name, where)
        claims = [{"claim": policy} for policy in policies]
        self.act(FINANCE[0], "holdClaim", claims[0])
        self.act(FINANCE[0], "releaseClaim", claims[0])
        self.act(FINANCE[0], "holdClaim", claims[1])
        self.act(FINANCE[0], "acceptClaim", claims[2])
        for body in (COMMISSION, FINANCE, REGULATOR):
            self.act(body[0], "rejectClaim", claims[3])
        self.act(INSURER, "withdrawClaim", claims[4])
        self.act(COMMISSION[0], "acceptFiling", where)
        self.act(MAKER, "showClaim", claims[2])
        self.known.remember(None, "claim", claims[5]["claim"])

    def papers(self):
        self.act(None, "showCertificateFile", {"certificate": self.certificate})
        for receipt in list(self.known.values.get("receipt", {}))[:3]:
            for person in (MAKER, INSURER):
                self.act(person, "showReceiptFile", {"receipt": receipt})
        for kind in ("policy", "filing", "claim", "application", "certificate", "change"):
            for identity in list(self.known.values.get(kind, {}))[:2]:
                self.known.together({"kind": kind, "id": identity})
                self.act(AUDITOR, "showHistory", {"kind": kind, "id": identity})
        self.act(AUDITOR, "showDay", {"day": "2027-01-21"}, query={"limit": 5})
        self.act(AUDITOR, "showPerson", {"person": "maker-01"}, query={"limit": 5})

    # Uploads

    def upload(self, name, person, where, fields):
        said = {
            **fields, "name": "样张.pdf", "type": "application/pdf", "length": len(self.sample),
            "sha256": hashlib.sha256(self.sample).hexdigest(),
        }
        declared = self.act(person, name, where, body=said)
        upload = declared.get("upload")
        if upload is not None:
            self.caller.session.put(upload["uri"], data=self.sample, headers=upload["headers"], timeout=60).raise_for_status()
        return declared

    def until(self, person, name, where, text, there=True):
        """Asks again until an answer has a text, or has it no more."""
        self.caller.until(lambda: self.act(person, name, where), lambda answer: (text in repr(answer).replace("'", '"')) == there)
