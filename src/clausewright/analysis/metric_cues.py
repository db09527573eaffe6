"""Words that tell what a commitment measures, over which period, and what a number is not.

Each group is a meaning; the one scan finds its phrases. Names of metrics are groups as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from clausewright.analysis.scan import expand


class Cue(StrEnum):
    """What a phrase tells about the sentence it stands in."""

    AVAILABILITY = "availability"
    RESPONSE = "response time"
    RESOLUTION = "resolution time"
    UPDATE = "update interval"
    MAINTENANCE = "maintenance limit"
    NOTICE = "notice"
    RTO = "rto"
    RPO = "rpo"
    LATENCY = "latency"
    THROUGHPUT = "throughput"
    ERROR = "error rate"
    OTHER = "other"
    OUTAGE = "outage"  # what goes wrong
    CONDITION = "condition"  # what starts a consequence
    REQUEST = "request"  # what customers bring
    LEAD = "lead"
    PROMISE = "promise"
    VAGUE_TIME = "vague time"
    VAGUE_EFFORT = "vague effort"
    VAGUE_LEVEL = "vague level"
    PERIOD = "period"
    HOURS = "hours"
    MONEY = "money"
    CREDIT = "credit"
    ENDING = "ending"
    AMENDMENT = "amendment"
    LAW = "law"
    METHOD = "method"
    EXCLUSION = "exclusion"
    BASELINE = "baseline"
    REPORT = "report"
    CUSTOMER = "customer"
    FREQUENCY = "frequency"
    INDICATORS = "indicators"  # announces a list of metrics
    LEVELS = "levels"  # speaks of all service levels at once
    CONSEQUENCE = "consequence"
    CARE = "care"  # recurring work that keeps the service well


_PHRASES: Final[dict[Cue, tuple[str, ...]]] = {
    Cue.AVAILABILITY: (
        "{uptime|uptimes|up time|availability|availabilities|reachability}",
        "{available|accessible|reachable|operational|online|offline|usable}",
        "{up and running|up time percentage|time up}",
        "{is|are|be|stay|stays|remain|remains} {up|live}",
        "{unavailability|unavailable|downtime|down time}",
    ),
    Cue.RESPONSE: (
        "{respond|responds|responded|responding|response|responses}",
        "{acknowledge|acknowledges|acknowledged|acknowledgement|acknowledgment|acknowledging}",
        "{reply|replies|replied|react|reacts|reaction|answer|answered|answers}",
        "{callback|call back|called back|pick up|picked up|pickup}",
        "{first contact|initial contact|follow up|followed up|time to first}",
        "{attend|attended|triage|triaged|on site|onsite|prioritised|prioritized|looked at}",
        "{addressed|routed|kickoff|kick off|responsiveness}",
        "{contact|contacted|reviewed|follows up|get back|gets back|reach out|picked up}",
        "{speed of answer|time to answer|wait time|waiting time|hold time}",
        "mean time to {acknowledge|respond}",
        "{mtta|begin work|begins work|start work|starts work|work begins}",
        "{commence|begin|start} {investigation|diagnosis|investigating|the investigation}",
        "{work|investigation|diagnosis} {shall|will|must|} {begin|commence|start}",
        "{get in touch|gets in touch|confirm receipt|confirms receipt|looked into|look into}",
        "{is|are|be} assigned",
    ),
    Cue.RESOLUTION: (
        "{resolve|resolves|resolved|resolving|resolution|resolutions}",
        "{restore|restores|restored|restoring|restoration}",
        "{repair|repaired|repairs|fix|fixes|fixed|remedied|rectified|rectify|rectification}",
        "{workaround|workarounds|work around|solution|solutions|solved|solve}",
        "{correct|corrected|correction|corrections|error correction|bug fix}",
        "{replace|replaced|replacement}",
        "mean time to {repair|resolve|restore|recover|recovery|resolution}",
        "{mttr|turnaround|turn around|fulfil|fulfill|fulfilled|fulfilment|fulfillment}",
        "{recovery time|time to recover|recover|recovered|time to recovery}",
        "{delivery|deliver|delivers|turned around|deal with|dealt with|deals with}",
        "{time to close|closed within|completion time|delivery time|lead time|time to complete}",
        "{handled|processed|provisioned|completed|complete|delivered|deployed}",
        "{set up|implemented|carried out|shipped|ships|executed|up again|back up within}",
        "{shall|will|must|to} remedy {the|any|such|each|all}",
    ),
    Cue.UPDATE: (
        "{update|updates|updated|status report|progress report|progress reports}",
        "{status update|status updates|update frequency|informed of progress|refresh|refreshed}",
        "{shown on|displayed on|posted|published on|post updates}",
        "{refresh cadence|kept informed|keep informed|data freshness}",
        "communication {frequency|interval|cadence}",
    ),
    Cue.MAINTENANCE: (
        "{maintenance|patching|planned work|scheduled work|planned outage|planned outages}",
        "planned {unavailability|interruption|interruptions|downtime|works}",
        "{low traffic|off peak|low usage|quiet|non peak|least busy} {hours|periods|times|period}",
        "scheduled {unavailability|interruption|interruptions}",
        "{scheduled outage|scheduled outages|scheduled downtime|planned downtime|upgrade window}",
        "planned {network|} operations",
    ),
    Cue.NOTICE: (
        "{notice|notices|notify|notifies|notified|notifying|notification|notifications}",
        "{announce|announced|announces|announcement|announcements|advance warning}",
        "{inform|informs|informed|informing|communicated|communicate|alerted|alert|warned}",
        "{reported to|be reported|report any|report all}",
        "{in advance|advance notice|prior notice|ahead of|beforehand|forewarning}",
    ),
    Cue.RTO: ("recovery time {objective|objectives}", "rto", "rtos"),
    Cue.RPO: ("recovery point {objective|objectives|}", "rpo", "rpos", "data loss {window|}"),
    Cue.LATENCY: (
        "{latency|latencies|load time|page load|page loads|loading time|round trip|rtt|jitter}",
        "{processing time|query time|time to first byte|ttfb|p50|p90|p95|p99|percentile}",
        "{api|page|server|system|application|database|query|screen} response {time|times|}",
        "{load|loads|loaded|appear|appears|render|renders|displayed} {within|in}",
    ),
    Cue.THROUGHPUT: (
        "{throughput|bandwidth|transfer rate|transfer speed|concurrent users|concurrency}",
        "{requests|transactions|queries|messages|calls|events} {per|a} {second|minute|hour|day}",
        "{capacity|volume|volumes|quota|rate limit}",
    ),
    Cue.ERROR: (
        "{error|failure|fault|defect|bug|loss|drop|rejection|abandonment} {rate|rates|ratio}",
        "{packet loss|errors per|error budget|change failure|failed requests}",
        "{may|shall|can|will|} {fail|be defective|be faulty|be lost|be rejected}",
        "{rate|share|proportion|percentage|number} of {failed|faulty|lost|defective|rejected}",
    ),
    Cue.OTHER: (
        "{accuracy|accurate|completeness|satisfaction|csat|nps|quality score|survey score}",
        "{compliance|coverage|utilisation|utilization|durability|retention|conversion|acceptance}",
        "{first contact resolution|first call resolution|fcr|backlog|on time|on time delivery}",
        "{backup|backups|backed up|snapshot|snapshots|scan|scans|scanned|monitor|monitored}",
        "{attempt|attempts|rate|ratio|score|percentage|growth|forecast|occupancy|adherence}",
    ),
    Cue.OUTAGE: (
        "{outage|outages|interruption|interruptions|incident|incidents|disruption|disruptions}",
        "{failure|failures|unavailability|unavailable|downtime|breach|breaches|degradation|vulnerability}",
        "{security incident|service interruption|unscheduled|emergency|issue|issues|problem}",
        "{changes|network changes|planned changes|service changes|breaking changes}",
        "{upgrade|upgrades|release|releases|deprecation|deprecations|deployment|deployments}",
    ),
    Cue.REQUEST: (
        "{ticket|tickets|request|requests|query|queries|inquiry|inquiries|enquiry|enquiries}",
        "{support|helpdesk|help desk|service desk|call|calls|email|emails|e mail|e mails}",
        "{severity|priority|critical|urgent|error|errors|defect|defects|bug|bugs|complaint}",
        "{complaints|question|questions|customer|customers|user|users|client|clients|case|cases}",
    ),
    Cue.LEAD: ("{lead|leads|mql|mqls|sql|sqls|sal|sals|opportunity|opportunities|prospect}",),
    Cue.PROMISE: (
        "{shall|will|must|guarantee|guarantees|guaranteed|commit|commits|committed|commitment}",
        "{target|targets|goal|goals|aim|aims|objective|strive|endeavour|endeavours|endeavor}",
        "{endeavors|promise|promises|ensure|ensures|agrees to|agree to|expect|expected|should}",
        "{service level|service levels|sla|slo|maintain|maintains|minimum|maximum|at least}",
        "{undertakes|undertake|warrants|seek|seeks|intends}",
    ),
    Cue.VAGUE_TIME: (
        "{promptly|prompt|timely|immediately|immediate|quickly|swiftly|speedily|expeditiously}",
        "{soon|as soon as|right away|without delay|without undue delay|without unreasonable delay}",
        "{straight away|straightaway|at once|in due course|shortly|instantly|rapidly|rapid}",
        "{in a timely manner|timely manner|timely basis|timely fashion|as quickly as|real time}",
        "reasonable {time|period|notice|timeframe|time frame|advance notice|prior notice}",
        "{sufficient|adequate|appropriate|ample|early|timely|prior|advance} {notice|notification}",
        "{in advance|well in advance|as far in advance|advance notice|as much notice|beforehand}",
        "{prior to|before any|before the|ahead of|without notice|limited notice|upon resolution}",
        "{regularly|regular basis|regular intervals|periodically|periodic}",
        "{when possible|where possible|if possible|whenever possible|as needed|as required}",
        "{specified time|agreed time|defined time|period of time specified|time specified}",
        "{target times|agreed timeframe|agreed timeframes|committed timeframes|times listed}",
        "{forthwith|timeously|early as possible|fast as possible}",
        "{due haste|all haste|all speed|due course|as appropriate|where appropriate|best effort}",
        "{outside|out of|avoiding} {peak|core|busy|business} {hours|times|periods}",
        "as {short|brief|long|little} as {possible|practicable|necessary}",
        "{at night|overnight|at weekends|on weekends|over the weekend}",
        "{minimise|minimize|minimising|minimizing|least} {disruption|disruptions|impact|downtime}",
        "in {the|a} {future|next|later|upcoming|subsequent} {release|version|update}",
        "{as the need arises|as soon as we can|as soon as it can|as we can|order of arrival}",
        "{informed of|updated on} {progress|developments|the progress}",
        "{soon as possible|soon as practicable|soon as practical|soon as feasible}",
        "as {quickly|fast|rapidly|early|promptly|swiftly|soon|expeditiously} as {we can|is|}",
        "{earliest opportunity|earliest convenience|first opportunity|next opportunity|good time}",
        "{short notice|minimal delay|minimum delay|shortest possible|shortest time|due time}",
        ("within {a|} {reasonable|suitable|appropriate|acceptable|short|agreed} "
        "{time|period|timeframe|time frame|timescale|timescales|delay}"),
        "{prompt|timely|quick|swift|speedy|fast|rapid} {response|resolution|support|action}",
        "{from time to time|frequently|frequent|ongoing basis|continuous basis|periodic basis}",
        "{ad hoc|case by case|when available|where feasible|wherever possible|time permitting}",
        "{as much|adequate|reasonable|ample|due|proper} {notice|warning|notification|time}",
        "{agreed|quoted|specified|published|stated} {times|timescales|time limit|deadline}",
        "{proactively|proactive|in near real time|without interruption|with priority}",
    ),
    Cue.VAGUE_EFFORT: (
        "{commercially|} reasonable {efforts|effort|endeavours|endeavors|steps|measures}",
        "best {efforts|effort|endeavours|endeavors|practice}",
        "every {effort|reasonable effort}",
        "{endeavour|endeavours|endeavor|endeavors|strive|strives|aim|aims|attempt to|seek to}",
        "{diligent efforts|all efforts|utmost|as far as possible|to the extent possible}",
        "{best effort|best efforts|good faith|due care|due diligence|reasonable care|make every}",
        "{all reasonable|every attempt|do our best|do its best|try to|tries to|attempts to}",
        "{work diligently|works diligently|work towards|working towards|wherever practicable}",
        "{dedicated to|committed to|dedication|commitment to|priority is|top priority}",
    ),
    Cue.VAGUE_LEVEL: (
        "{high|highly|higher|highest|good|excellent|consistent|continuous|stable}",
        "{improved|improve|appropriate|adequate|sufficient|acceptable|optimal|reliable|robust}",
        "{almost never|rarely|always|continuously|uninterrupted|as reliable as|low|fast|smooth}",
        "{maximize|maximise|minimize|minimise|ongoing|highest possible|highest amount of}",
        "{uninterrupted|error free|fault free|free of errors|free from defects|zero downtime}",
        "{high availability|highly available|fault tolerant|redundant|redundancy|resilient}",
        "{professional|workmanlike|satisfactory|proper|properly|effective|efficient|efficiently}",
        "{reliably|reliability|stability|minimal|minimum disruption|least disruption}",
        "{quality|performance|responsive|superior|best in class|industry standard|world class}",
    ),
    Cue.PERIOD: (
        ("{per|each|every|any|a|the|one|single|given|applicable|relevant|same|in} {calendar|} "
        "{month|quarter|year|week}"),
        ("{calendar|billing|contract|service|fiscal|affected|preceding|previous|following} "
        "{month|months|quarter|quarters|year|years}"),
        "{monthly|quarterly|annually|annual|yearly|weekly|mom|yoy|per annum}",
        ("{each|every|any|a|the|per|monthly|single|} {billing|measurement|reporting|measuring|"
        "evaluation|invoicing} {cycle|period|month|quarter}"),
        "{rolling|trailing|consecutive} {month|months|year|quarter}",
        "{per|every|each} {request|delivery|day|transaction}",
        "{on a|} {daily|monthly|quarterly|yearly|weekly|annual} basis",
    ),
    Cue.HOURS: (
        ("{normal|regular|standard|our|local|during|} {business|working|office|support|service|"
        "operating|operational|opening|coverage|office|work|core} hours"),
        "{business|working} {day|days|week}",
        "{24x7|24/7|24x7x365|24/7/365|24 x 7|24 x 7 x 365|24x365|365x24|24*7|7x24|24x7/365}",
        "{24-7|24-7-365|24\u00d77|24 \u00d7 7|24 \u00d7 7 \u00d7 365|24 h/7|7/24}",
        "{8x5|8/5|9x5|10x5|12x5|5x8|5x9|5x12|8 x 5|9 x 5|12 x 5|5 x 8|24x5|24/5|8x7}",
        "{after hours|out of hours|during these hours|hours of operation|hours of operations}",
        "{around the clock|round the clock|24 hours a day|24 hour a day|hours a day}",
        "{day or night|days a week|days per week|hours per day|calendar days|any time of day}",
        ("{monday|mon} {to|through|-|until|\u2013|thru|till|} {friday|fri|saturday|sat|sunday|sun|"
        "thursday|thur|thu}"),
        "{sunday|sun} {to|through|-|} {thursday|thu|thur}",
        "{weekdays|weekends|business calendar|service calendar|public holidays|holidays}",
        "{monday|mon}\u2013{friday|fri|sunday|sun}",
    ),
    Cue.MONEY: (
        "{fee|fees|invoice|invoices|invoiced|payment|payments|pay|pays|paid|payable|price|prices}",
        "{charge|charges|charged|billing|billed|bill|cost|costs|tax|taxes|interest|subscription}",
    ),
    Cue.CREDIT: (
        "{credit|credits|service credit|service credits|refund|refunds|refunded|compensation}",
        "{penalty|penalties|rebate|deduction|claim|claims|discount}",
    ),
    Cue.CONDITION: (
        "{if|fails|fail|failed|failure to|in the event|in case|falls below|drops below|drop below}",
        "{less than|below|not met|missed|misses|miss|does not meet|unless|fall below}",
    ),
    Cue.ENDING: (
        "{terminate|terminates|terminated|termination|cancel|cancellation|cancelled|renew}",
        "{renewal|renewed|renews|expire|expires|expiry|expiration|non renewal|nonrenewal}",
        "{effective date|initial term|trial|extension|end of this agreement|anniversary}",
    ),
    Cue.AMENDMENT: (
        ("{change|changes|modify|modified|amend|amended|revise|revised|update} {to|} "
        "{this|these|the|our|such} {sla|agreement|terms|policy|document|schedule|contract}"),
        "{amendment|amendments|revision of this|changes to this|material changes|adverse changes}",
    ),
    Cue.LAW: (
        "{liability|liable|indemnify|indemnification|confidential|confidentiality|warranty}",
        "{warranties|arbitration|arbitrator|mediation|dispute|disputes|cure|cured|breach of}",
        "{insurance|damages|assign|assignment|governing law|intellectual property|infringement}",
        "{employ|employee|employees|solicit|copyright|license|licence|audit|audits|bankruptcy}",
    ),
    Cue.METHOD: (
        "{calculated|calculate|calculation|calculates|computed|formula|divided by|measured}",
        "{measure|measures|measurement|monitored|monitoring|monitors|monitor|determined}",
        "{is defined as|means|indicates|refers to|elapsed|from the time|from receipt}",
        "{begins when|starts when|clock starts|clock stops}",
        "{from submission|from the moment|recorded|tracked|track|clock|timer|percentage of}",
        "{assumed|deemed|considered|treated as|taken as|counted as}",
        "{ping|probe|probes|prometheus|synthetic|log|logs|survey}",
    ),
    Cue.EXCLUSION: (
        "{exclude|excludes|excluded|excluding|exclusion|exclusions|exception|exceptions|exempt}",
        "{does not apply|do not apply|not include|not counted|not count|except|force majeure}",
        "{outside|beyond} {of|} {our|its|the} {reasonable|} control",
    ),
    Cue.BASELINE: (
        "{baseline|baselines|historical|historic|re baseline|rebaseline|previous year|last year}",
        "{prior year|benchmark|current level|current performance}",
    ),
    Cue.REPORT: (
        "{report|reports|reported|reporting|dashboard|dashboards|status page|publish|published}",
        "{service review|performance review|status site|made available to the customer}",
    ),
    Cue.LEVELS: (
        "{service level|service levels|slas|slos|service commitment|service commitments|metrics}",
        "{performance targets|performance target|targets|kpis|performance standards|performance}",
        "{this sla|the sla|our sla|sla targets|sla breach|sla violation|the target|a target}",
    ),
    Cue.CONSEQUENCE: (
        "{credit|credits|service credit|service credits|refund|refunds|refunded|compensation}",
        "{penalty|penalties|rebate|deduction|money back|waive|waived|reimburse|reimbursement}",
        "{corrective action|corrective actions|corrective action plan|improvement plan|remedy}",
        "{remediation plan|recovery plan|action plan|root cause analysis|recorded as a breach}",
        "{may terminate|right to terminate|entitled to terminate|terminate this agreement}",
        "{charge back|chargeback|budget reduction|escalated to|sanction|sanctions}",
    ),
    Cue.INDICATORS: (
        "{kpi|kpis|key performance indicators|performance indicators|quality indicators}",
        "{service level|performance|quality|service|key|operational|sla} {metrics|metric}",
        "{service level|performance|service} {targets|objectives|goals}",
        "{sla|slo} {targets|objectives|goals}",
    ),
    Cue.FREQUENCY: (
        "{hourly|daily|nightly|weekly|monthly|quarterly|annually|yearly|fortnightly|biweekly}",
        ("{once|twice|one time|two times|three times|four times|several times} "
        "{a|an|per|each|every} {hour|day|week|month|quarter|year}"),
        "{every|each} {hour|day|night|week|month|quarter|year|half hour}",
        "{on a|} regular {basis|monthly|intervals|schedule}",
        "{continuous|continuously|real time|in real time|around the clock|constantly}",
        "{regularly|periodically|routinely}",
    ),
    Cue.CARE: (
        "{backup|backups|backed up|back up|back ups|snapshot|snapshots|replicated|replication}",
        "{scan|scans|scanned|scanning|monitor|monitors|monitored|patch|patches|patched}",
        "{tested|test restore|restore test|restore tests|health check|health checks|check}",
        "{informed of progress|status report|status reports|progress reports|kept informed}",
        "{update|updates|updated|refresh|refreshed|refreshes|synchronised|synchronized|sync}",
    ),
    Cue.CUSTOMER: (
        ("{customer|customers|client|clients|you|user|users|subscriber|licensee|buyer} "
        "{shall|must|should|may|agrees to|agree to|needs to|need to|are required to|"
        "is required to}"),
    ),
}  # fmt: skip

NAME_CUES: Final = (
    Cue.AVAILABILITY,
    Cue.RESPONSE,
    Cue.RESOLUTION,
    Cue.UPDATE,
    Cue.MAINTENANCE,
    Cue.NOTICE,
    Cue.RTO,
    Cue.RPO,
    Cue.LATENCY,
    Cue.THROUGHPUT,
    Cue.ERROR,
    Cue.OTHER,
)


def _by_phrase() -> Mapping[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for cue, phrases in _PHRASES.items():
        for phrase in phrases:
            for reading in expand(phrase):
                groups = found.setdefault(reading, [])
                if cue not in groups:
                    groups.append(cue)
    return MappingProxyType({reading: tuple(groups) for reading, groups in found.items()})


CUES_OF: Final = _by_phrase()
PHRASES: Final[tuple[str, ...]] = tuple(CUES_OF)
