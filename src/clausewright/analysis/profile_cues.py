"""Words that tell what kind of agreement a text is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

AGREEMENT = "agreement"  # any agreement between parties
SERVICE = "service"  # a promise about the level of a service
CONTRACT = "contract"  # the idiom of commercial contracts
INTERNAL = "internal"  # one organisation on both sides
EXTERNAL = "external"  # a supplier and those who pay
HOSTING = "hosting"
ALL_CUSTOMERS = "all customers"  # one service, one level, anybody who buys it
OPERATIONAL = "operational"
SALES = "sales"
LEVELS = "levels"  # a corporate level above customer levels
PROVIDERS = "providers"  # several providers beside each other
TITLED = "titled"  # what a title calls an agreement on service levels
ITSELF = "itself"  # how such an agreement speaks of itself
DECLARED = "declared"  # the words in which a text says that it is such an agreement
TWO_SIDES = "two sides"  # two parties that agree
ADDS = "adds"  # what a title calls a text that completes another agreement
CHANGES = "changes"  # what a title calls a text that changes another agreement
WE_AND_YOU = "we and you"  # a page in which a provider addresses everybody

CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        AGREEMENT: (
            "{this|the|our} {agreement|contract|sla|addendum|memorandum}",
            "in witness whereof", "whereas",
            "{both|the|either|each} {party|parties}", "terms and conditions", "effective date",
            "terms of service", "terms of use", "entered into", "by and between", "these terms",
            "governing law", "agrees to", "agree to", "order form", "memorandum of understanding",
            "agreement", "party a", "party b",
        ),
        SERVICE: (
            "service {level|levels}", "sla", "slas", "slo", "slos", "ola", "olas", "uptime",
            "{response|resolution|reaction} {time|times}", "service {credit|credits}", "severity",
            "support {hours|policy|policies|plan|plans|request|requests|process|channel|channels}",
            "maintenance {window|windows}", "service {objective|objectives}", "downtime",
            "service {definition|description|hours|desk|availability|agreement|commitment}",
            "business {hours|day|days}", "incident {management|response}", "help desk",
            "{scheduled|planned|emergency} maintenance", "service {request|requests|offering}",
            "{scope|limitations} of {support|service}", "support {team|services|scope|ticket}",
            "{user|technical|customer|premium|elite|basic} support", "support tickets",
            "{maintenance|hosting|support} agreement", "working hours", "high availability",
            "data freshness", "service policies", "operating hours",
        ),
        CONTRACT: (
            "hereby", "hereto", "hereof", "hereunder", "hereinafter", "in witness whereof",
            "whereas", "witnesseth", "by and between", "successors and assigns",
            "governing law", "indemnify", "indemnification", "entire agreement", "severability",
            "licensee", "licensor", "franchisee", "franchisor", "distributor", "royalty",
            "royalties", "confidential information", "intellectual property", "force majeure",
            "prior written consent", "jurisdiction", "warranties", "breach of this agreement",
            "limitation of liability", "counterparts", "terms of service", "liable",
            "right title and interest", "purchase price", "notwithstanding", "pursuant to",
        ),
        INTERNAL: (
            "internal", "internally", "department", "departments", "departmental", "university",
            "business {unit|units}", "{it|infrastructure|platform|delivery|project} {team|teams}",
            "it department", "our {organization|organisation}", "agency", "agencies", "ministry",
            "government", "faculty", "staff", "employees", "employee", "researchers", "research",
            "shared {service|services}", "service {owner|owners}", "stakeholders",
            "venture {team|teams}", "campus", "headquarters", "itil",
            "service {portal|catalogue|catalog}", "business {owner|owners}",
            "product {team|teams|owner|owners}", "application {team|teams|owner|owners}",
            "supporting {team|teams}", "within the organisation", "within the organization",
            "cost centre", "cost center", "chargeback", "public service", "institute", "lab",
            "consortium", "participating sites", "virtual organisations", "federal", "academic",
            "public sector", "education", "scientific", "principal {investigator|investigators}",
            "college", "school", "council", "councils", "municipality", "municipalities",
            "citizens", "civil servants", "hospital", "line of business", "shared platform",
        ),
        EXTERNAL: (
            "customer", "customers", "customer's", "client", "clients", "subscription",
            "subscriptions", "subscriber", "credit", "credits", "refund", "refunds", "invoice",
            "invoices", "fee", "fees", "purchase", "purchased", "paid", "paying", "order form",
            "terms of service", "terms of use", "llc", "inc", "ltd", "gmbh", "b.v", "company",
            "license", "licence", "licensee", "plan", "plans", "billing", "pricing", "vendor",
            "supplier", "compensation", "liability", "enterprise", "guarantee", "account",
            "payment", "trial", "free", "charge", "charged",
        ),
        HOSTING: (
            "{web|shared|vps|dedicated|managed|wordpress|website|cloud} hosting", "hosting",
            "{dedicated|virtual|virtual private} {server|servers}", "vps", "hosted {site|website}",
            "colocation", "data {center|centre|centers|centres}", "hosting {services|provider}",
            "network uptime", "power uptime", "bare metal", "host server", "hosting plan",
        ),
        ALL_CUSTOMERS: (
            "all {customers|users|subscribers|plans|accounts}", "any customer", "paid plan",
            "{paid|paying|enterprise|pro|business|premium} {plan|plans|tier|customers}",
            "{standard|free} {plan|plans|tier}",
            "your {account|subscription|plan|use|next|monthly}", "{support|service} plans",
            "users of", "our customers", "monthly {bill|fee|fees|subscription}",
        ),
        TITLED: (
            "service level", "service levels", "sla", "ola",
            "{operational|operating} level", "service {commitment|commitments}",
            "{uptime|availability|performance} {guarantee|commitment|agreement|policy}",
        ),
        ITSELF: (
            "{this|our} {sla|ola|slas}", "{this|our} service level {agreement|agreements|policy}",
            "{this|our} {operational|operating} level agreement", "these service levels",
        ),
        DECLARED: (
            "{is|represents|constitutes|forms|serves as} {a|an|the|our} {sla|ola}",
            ("{is|represents|constitutes|forms|serves as} {a|an|the|our} "
            "{service|operational|operating} level agreement"),
        ),
        TWO_SIDES: (
            "{both|the|either|each|neither|other} {party|parties}", "by and between",
            "signed by", "signature", "signatures", "on behalf of",
        ),
        ADDS: (
            "addendum", "cover page", "order form", "statement of work", "rider", "annexure",
            "schedule {1|2|3|a|b|c}", "exhibit {a|b|c|1|2}", "annex {a|b|c|1|2}",
        ),
        CHANGES: ("amendment", "playbook", "additional terms", "change order"),
        WE_AND_YOU: ("we", "our", "us", "you", "your"),
        OPERATIONAL: (
            "{operational|operating|operations} level {agreement|agreements}", "ola", "olas",
        ),
        SALES: (
            "{marketing|sales} qualified {lead|leads}", "mql", "mqls", "sql", "sqls", "smarketing",
            "sales and marketing", "marketing and sales", "{sales|marketing} team",
            "lead follow up",
            "leads", "lead scoring", "lead qualification", "sales development", "pipeline",
        ),
        LEVELS: (
            "{corporate|customer|enterprise} level {sla|slas|agreement|service}", "multi level",
            "multilevel", "corporate level", "customer level", "level 1 agreement", "sla and ola",
            "sla hierarchy", "inherits from", "service level agreements framework",
        ),
        PROVIDERS: (
            "multi {vendor|provider|supplier}",
            "{other|multiple|several|all} {service providers|providers|vendors|suppliers}",
            "{lead|prime} provider", "service integrator", "siam", "cross provider",
            "{between|among|across} {the providers|providers|vendors|suppliers}", "each provider",
        ),
    }
)  # fmt: skip
"""Phrases by what they tell."""
