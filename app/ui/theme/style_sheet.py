"""The one style sheet of the app, made of roles. Widgets say what they are by their property `look`."""

from app.ui.theme.measures import CONTROL_RADIUS, HALF_SPACE, SPACE, TypeSize
from app.ui.theme.roles import Roles

#: Whatever Qt would slide or fade does so in no time, for those whom movement makes unwell.
_STILLNESS = """
QScrollBar, QLineEdit, QTabBar, QProgressBar, QAbstractItemView, QPushButton, QToolButton, QComboBox {
    widget-animation-duration: 0;
}
"""


def style_sheet(roles: Roles, text_scale: float) -> str:
    """The style sheet for these colours and this size of text."""
    return "\n".join(
        [
            _texts(roles, text_scale),
            _buttons(roles, text_scale),
            _inputs(roles, text_scale),
            _lists_and_menus(roles),
            _calendar(roles),
            _scroll_bars(roles),
            _STILLNESS,
        ]
    )


def _size(size: TypeSize, text_scale: float) -> str:
    return f"font-size: {size.value * text_scale:.2f}pt;"


def _texts(roles: Roles, scale: float) -> str:
    return f"""
QLabel {{ color: {roles.text}; background: transparent; }}
QLabel[look="title"] {{ {_size(TypeSize.TITLE, scale)} font-weight: 600; }}
QLabel[look="heading"] {{ {_size(TypeSize.HEADING, scale)} font-weight: 600; }}
QLabel[look="question"] {{ {_size(TypeSize.QUESTION, scale)} font-weight: 600; }}
QLabel[look="part"] {{ {_size(TypeSize.FIELD, scale)} font-weight: 600; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="secondary"] {{ color: {roles.secondary}; }}
QLabel[look="small"] {{ {_size(TypeSize.SMALL, scale)} color: {roles.secondary}; }}
QLabel[look="label"] {{ {_size(TypeSize.SMALL, scale)} font-weight: 600; }}
QLabel[look="problem"] {{ color: {roles.danger}; font-weight: 600; }}
QLabel[look="success"] {{ {_size(TypeSize.SMALL, scale)} color: {roles.success}; font-weight: 600; }}
QLabel[look="needed"] {{ {_size(TypeSize.SMALL, scale)} color: {roles.danger}; }}
QLabel[look="unit"] {{ {_size(TypeSize.FIELD, scale)} color: {roles.secondary}; }}
QLabel[look="chosen"] {{ color: {roles.accent_dark}; font-weight: 600; }}
QLabel[look="chosen-small"] {{ {_size(TypeSize.SMALL, scale)} color: {roles.accent_dark}; font-weight: 600; }}
QLabel[look="link"] {{ color: {roles.accent}; text-decoration: underline; }}
QLabel[look="brand"] {{ {_size(TypeSize.TITLE, scale)} color: {roles.accent_dark}; font-weight: 600; }}
QLabel[look="badge"] {{
    {_size(TypeSize.SMALL, scale)} color: {roles.text}; background: {roles.page};
    border-radius: {CONTROL_RADIUS}px; padding: 1px {SPACE}px;
}}
QToolTip {{
    {_size(TypeSize.SMALL, scale)} color: {roles.card}; background: {roles.text};
    border: 1px solid {roles.text}; padding: {HALF_SPACE}px;
}}
"""


def _buttons(roles: Roles, scale: float) -> str:
    return f"""
QPushButton {{
    color: {roles.text}; background: {roles.card}; font-weight: 600;
    border: 1px solid {roles.control}; border-radius: {CONTROL_RADIUS}px; padding: {SPACE}px {2 * SPACE}px;
    /* Qt would put a frame of its own round the words of what was reached with the Tab key, inside our ring. */
    outline: none;
}}
QPushButton:hover {{ background: {roles.accent_tint}; }}
QPushButton:pressed {{ background: {roles.accent_tint}; border-color: {roles.text}; }}
QPushButton:disabled {{ color: {roles.off_text}; background: {roles.page}; border-color: {roles.disabled}; }}
QPushButton[look="primary"] {{ color: {roles.on_accent}; background: {roles.accent}; border-color: {roles.accent}; }}
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed {{
    background: {roles.accent_dark}; border-color: {roles.accent_dark};
}}
QPushButton[look="primary"]:disabled {{
    color: {roles.off_text}; background: {roles.page}; border-color: {roles.disabled};
}}
QPushButton[look="quiet"], QPushButton[look="done"] {{
    {_size(TypeSize.SMALL, scale)} font-weight: 400; color: {roles.secondary}; background: transparent;
    border: 1px solid transparent; border-radius: {CONTROL_RADIUS}px; padding: {HALF_SPACE}px;
}}
QPushButton[look="done"] {{ color: {roles.success}; font-weight: 600; }}
QPushButton[look="quiet"]:checked {{ color: {roles.accent}; font-weight: 600; }}
QPushButton[look="quiet"]:disabled {{ color: {roles.off_text}; }}
QPushButton[look="quiet"]:hover, QPushButton[look="done"]:hover {{
    color: {roles.text}; background: {roles.accent_tint};
}}
QPushButton[look="link"] {{
    font-weight: 400; color: {roles.accent}; background: transparent; text-decoration: underline;
    border: none; border-radius: 2px; padding: 1px 0px; text-align: left;
}}
QPushButton[look="link"]:hover, QPushButton[look="link"]:pressed {{ color: {roles.accent_dark}; }}
QPushButton[look="chip"] {{
    {_size(TypeSize.SMALL, scale)} font-weight: 400; color: {roles.accent_dark}; background: {roles.card};
    border: 1px solid {roles.line}; border-radius: {round(8 * scale) + 3}px; padding: 2px {SPACE + 2}px;
}}
QPushButton[look="chip"]:hover {{ background: {roles.accent_tint}; border-color: {roles.accent}; }}
QPushButton[look="icon"] {{
    background: transparent; border: 1px solid transparent; border-radius: {CONTROL_RADIUS}px; padding: {HALF_SPACE}px;
}}
QPushButton[look="unit"] {{
    {_size(TypeSize.FIELD, scale)} font-weight: 400; color: {roles.secondary}; background: transparent;
    border: none; border-radius: {HALF_SPACE}px; padding: {SPACE}px;
}}
QPushButton[look="unit"]:hover {{ color: {roles.text}; }}
QPushButton[look="brand"] {{
    {_size(TypeSize.TITLE, scale)} color: {roles.accent_dark}; background: transparent; border: none;
    border-radius: {HALF_SPACE}px; padding: 0px; text-align: left;
}}
QPushButton[look="search"] {{
    font-weight: 400; color: {roles.secondary}; text-align: left; padding: {HALF_SPACE + 2}px {SPACE + 2}px;
}}
QWidget[ground="card"], QWidget[ground="bar"], QWidget[ground="side"] {{ background: {roles.card}; }}
QWidget[ground="side"] {{ border-right: 1px solid {roles.line}; }}
QWidget[ground="bar"] {{ border-bottom: 1px solid {roles.line}; }}
QPushButton[look="icon"]:hover {{ background: {roles.accent_tint}; }}
"""


def _inputs(roles: Roles, scale: float) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{
    {_size(TypeSize.FIELD, scale)} color: {roles.text}; background: {roles.card};
    selection-color: {roles.on_accent}; selection-background-color: {roles.accent};
}}
/* Left to itself Qt draws it in half the colour of the text, which is too faint to read. */
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {roles.placeholder}; }}
QLineEdit, QPlainTextEdit {{
    border: 1px solid {roles.control}; border-radius: {CONTROL_RADIUS}px; padding: {SPACE}px;
}}
QLineEdit[look="search"] {{ {_size(TypeSize.BODY, scale)} padding: {HALF_SPACE + 2}px {SPACE + 2}px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {roles.text}; }}
QLineEdit[look="bare"], QPlainTextEdit[look="bare"] {{ border: none; padding: 0px; background: transparent; }}
"""


def _lists_and_menus(roles: Roles) -> str:
    return f"""
QAbstractItemView {{
    color: {roles.text}; background: {roles.card}; border: 1px solid {roles.control}; outline: none;
    selection-color: {roles.text}; selection-background-color: {roles.accent_tint};
}}
QMenu {{ color: {roles.text}; background: {roles.card}; border: 1px solid {roles.control}; padding: {HALF_SPACE}px; }}
QMenu::item {{ padding: {SPACE}px {3 * SPACE}px; border-radius: {HALF_SPACE}px; }}
QMenu::item:selected {{ color: {roles.text}; background: {roles.accent_tint}; }}
QMenu::item:disabled {{ color: {roles.secondary}; }}
QMenu::separator {{ height: 1px; background: {roles.line}; margin: {HALF_SPACE}px; }}
"""


def _calendar(roles: Roles) -> str:
    return f"""
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {roles.card}; }}
QCalendarWidget QToolButton {{
    color: {roles.text}; background: transparent; border: none; font-weight: 600;
    border-radius: {CONTROL_RADIUS}px; padding: {HALF_SPACE}px {SPACE}px;
}}
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus {{ background: {roles.accent_tint}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{
    border: none; selection-color: {roles.on_accent}; selection-background-color: {roles.accent};
}}
QCalendarWidget QAbstractItemView:disabled {{ color: {roles.control}; }}
"""


def _scroll_bars(roles: Roles) -> str:
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {SPACE + 2}px; margin: 0px; }}
QScrollBar:horizontal {{ background: transparent; height: {SPACE + 2}px; margin: 0px; }}
QScrollBar::handle {{ background: {roles.control}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {4 * SPACE}px; }}
QScrollBar::handle:horizontal {{ min-width: {4 * SPACE}px; }}
QScrollBar::handle:hover {{ background: {roles.secondary}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
