"""The registry of calculations: every test for checks that a condition cannot say, by name."""

from collections.abc import Mapping
from types import MappingProxyType

from app.analysis.decision_calculations import DECISION_CALCULATIONS
from app.analysis.delegation_calculations import DELEGATION_CALCULATIONS
from app.analysis.delivery_calculations import DELIVERY_CALCULATIONS
from app.analysis.forum_calculations import FORUM_CALCULATIONS
from app.analysis.information_calculations import INFORMATION_CALCULATIONS
from app.analysis.law_calculations import law_calculations
from app.analysis.member_calculations import MEMBER_CALCULATIONS
from app.analysis.money_calculations import MONEY_CALCULATIONS
from app.analysis.planning_calculations import PLANNING_CALCULATIONS
from app.analysis.register_calculations import register_calculations
from app.analysis.tracking_calculations import TRACKING_CALCULATIONS
from app.analysis.weight_calculations import WEIGHT_CALCULATIONS
from app.domain.readings import Calculation

#: Every calculation by its id. Those on law records and on the register find nothing here: `findings` puts in
#: the ones that know the records and the registered names.
CALCULATIONS: Mapping[str, Calculation] = MappingProxyType(
    {
        **{
            calculation.id: calculation
            for calculation in (
                *MEMBER_CALCULATIONS,
                *FORUM_CALCULATIONS,
                *DECISION_CALCULATIONS,
                *WEIGHT_CALCULATIONS,
                *DELEGATION_CALCULATIONS,
                *MONEY_CALCULATIONS,
                *PLANNING_CALCULATIONS,
                *INFORMATION_CALCULATIONS,
                *DELIVERY_CALCULATIONS,
                *TRACKING_CALCULATIONS,
            )
        },
        **law_calculations({}),
        **register_calculations({}),
    }
)
