"""What is counted for operators: how much and how it ended, never who or what was said."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

EXCHANGES = Histogram("lintas_exchange_seconds", "From Slack's call to the acknowledgement.", ["entrance"])
FAILURES = Counter("lintas_exchange_failures", "Calls that ended in a failure of Lintas's own.", ["entrance"])
DELIVERIES = Counter("lintas_deliveries", "Attempts at the door, by how they ended.", ["kind", "state"])
DOUBTFUL = Counter(
    "lintas_doubtful", "Posts whose answer was lost, by whether they were found in Slack.", ["found"]
)
