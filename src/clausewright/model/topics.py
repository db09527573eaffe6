"""The ids of topics and profiles. Fixed: measuring tools and configurations name them."""

from __future__ import annotations

SLA_TOPICS: tuple[str, ...] = (
    "parties", "scope", "term", "definitions", "services", "exclusions", "hours", "levels",
    "severity", "support", "maintenance", "responsibilities", "measurement", "baseline",
    "reporting", "audit", "remedies", "claims", "earnback", "capacity", "escalation", "disputes",
    "change", "review", "continuity", "security", "data", "subcontracting", "fees", "liability",
    "termination", "assignment", "law", "precedence", "signature", "documentcontrol",
)  # fmt: skip

CONTRACT_TOPICS: tuple[str, ...] = (
    "expiry", "renewal", "notice-of-nonrenewal", "termination-convenience", "post-termination",
    "insurance", "cap-on-liability", "anti-assignment", "confidentiality", "ip", "warranty",
    "non-compete", "exclusivity", "minimum-commitment", "license", "force-majeure", "notices",
    "entire-agreement", "severability", "waiver", "counterparts",
)  # fmt: skip

TOPICS: tuple[str, ...] = SLA_TOPICS + CONTRACT_TOPICS

SLA_PROFILES: tuple[str, ...] = (
    "external-sla", "service-based-sla", "internal-sla", "sales-marketing-sla", "multi-level-sla",
    "ola", "multi-provider-sla", "hosting-sla",
)  # fmt: skip

CONTRACT = "contract"
OLA = "ola"

PROFILES: tuple[str, ...] = (*SLA_PROFILES, CONTRACT)

NOT_AN_AGREEMENT = "none"
FOREIGN_LANGUAGE = "foreign"
