"""The field for each kind of answer; tables have a field of their own in `app.ui.fields.table`."""

from typing import TypeAlias, assert_never

from app.domain.questions import Column, Question
from app.domain.values import Kind
from app.ui.fields.calendar import date_field
from app.ui.fields.choice_field import YES_OR_NO, ChoiceField, SeveralField
from app.ui.fields.duration_field import DurationField
from app.ui.fields.line_field import LineField
from app.ui.fields.line_forms import line_form
from app.ui.fields.long_text_field import LongTextField
from app.ui.fields.organisation_field import OrganisationField
from app.ui.fields.person_field import PersonField
from app.ui.fields.pick_field import PickField
from app.ui.fields.settings import FieldSettings

#: Every field has the signals `answered` (a value or None) and `problem_changed` (a sentence or nothing), and
#: the methods `show_value`, `set_names`, `clear` and `finish`. `known` is told when a value could not be saved.
Field: TypeAlias = (
    LineField | LongTextField | DurationField | ChoiceField | SeveralField | PickField | OrganisationField | PersonField
)

#: Beyond this many options a list to search in is calmer than buttons.
_MOST_BUTTONS = 7


def field_for(asked: Question | Column, settings: FieldSettings, *, is_compact: bool = False) -> Field:
    """A field for this question or column. A compact one takes a list where it could show large buttons.

    ValueError for a table, which is more than a field.
    """
    match asked.kind:
        case Kind.TEXT | Kind.WHOLE_NUMBER | Kind.PERCENTAGE | Kind.MONEY:
            return LineField(line_form(asked), settings.pause)
        case Kind.LONG_TEXT:
            return LongTextField(settings.pause)
        case Kind.DATE:
            return date_field(asked, settings)
        case Kind.DURATION:
            return DurationField(asked.units, settings.pause)
        case Kind.ONE_OF:
            is_list = is_compact or len(asked.options) > _MOST_BUTTONS
            return PickField(asked.options) if is_list else ChoiceField(asked.options)
        case Kind.SOME_OF:
            return SeveralField(asked.options)
        case Kind.YES_NO:
            return ChoiceField(YES_OR_NO, is_yes_no=True)
        case Kind.ORGANISATION:
            return OrganisationField(settings, asked.offers if isinstance(asked, Column) else "")
        case Kind.PERSON:
            return PersonField(settings.pause)
        case Kind.ROW:
            return PickField(())
        case Kind.ROWS:
            return SeveralField(())
        case Kind.TABLE:
            raise ValueError("A table is drawn by its own field.")
        case _:
            assert_never(asked.kind)
