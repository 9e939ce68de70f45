"""The registry of readings: everything that can be told from the answers, by name."""

from collections.abc import Mapping
from types import MappingProxyType

from app.analysis.decision_readings import DECISION_READINGS
from app.analysis.delegation_readings import DELEGATION_READINGS
from app.analysis.forum_readings import FORUM_READINGS
from app.analysis.information_readings import INFORMATION_READINGS
from app.analysis.member_readings import MEMBER_READINGS
from app.analysis.money_readings import MONEY_READINGS
from app.analysis.people_readings import PEOPLE_READINGS
from app.analysis.scope_readings import SCOPE_READINGS
from app.analysis.seat_readings import SEAT_READINGS
from app.analysis.tension_readings import TENSION_READINGS
from app.analysis.timeline_readings import TIMELINE_READINGS
from app.analysis.tracking_readings import TRACKING_READINGS
from app.domain.readings import Reading

#: Every reading by its id, for conditions, placeholders and messages.
READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        reading.id: reading
        for reading in (
            *MEMBER_READINGS,
            *SCOPE_READINGS,
            *FORUM_READINGS,
            *SEAT_READINGS,
            *DECISION_READINGS,
            *DELEGATION_READINGS,
            *MONEY_READINGS,
            *PEOPLE_READINGS,
            *INFORMATION_READINGS,
            *TIMELINE_READINGS,
            *TENSION_READINGS,
            *TRACKING_READINGS,
        )
    }
)
