"""Everything that a user can do, in one value that the screen and the command line are given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.content.catalogue import Content
from app.domain.identities import random_id
from app.services.answering import Answering
from app.services.answers_files import AnswersFiles
from app.services.collaboratives import Collaboratives
from app.services.drafting import Drafting
from app.services.history import History
from app.services.left import Left
from app.services.organisations import Organisations
from app.services.packs import Packs
from app.services.preferences import Preferences
from app.services.previews import Previews
from app.services.searching import Searching
from app.services.snapshots import Snapshots
from app.services.start_cards import StartCards
from app.services.todos import Todos
from app.services.uses import Uses
from app.services.watching import Watching
from app.services.workspace_facts import WorkspaceFacts
from app.storage.workspace import Workspace


@dataclass(frozen=True)
class Services:
    """The services of one open workspace."""

    content: Content
    collaboratives: Collaboratives
    answering: Answering
    todos: Todos
    files: AnswersFiles
    drafting: Drafting
    packs: Packs
    organisations: Organisations
    previews: Previews
    snapshots: Snapshots
    uses: Uses
    start_cards: StartCards
    history: History
    left: Left
    preferences: Preferences
    watching: Watching
    workspace_facts: WorkspaceFacts
    searching: Searching


def build_services(content: Content, workspace: Workspace, today: Callable[[], date]) -> Services:
    """Put the services of a workspace together."""
    organisations = Organisations(workspace, content, today)
    snapshots = Snapshots(content, today, organisations.names)
    drafting = Drafting(content, today)
    collaboratives = Collaboratives(workspace, random_id)
    answering = Answering(workspace, content, snapshots, random_id)
    return Services(
        content=content,
        collaboratives=collaboratives,
        answering=answering,
        todos=Todos(workspace, content, answering.open, random_id),
        files=AnswersFiles(content),
        drafting=drafting,
        packs=Packs(drafting),
        organisations=organisations,
        previews=Previews(),
        snapshots=snapshots,
        uses=Uses(content),
        start_cards=StartCards(workspace, snapshots),
        history=History(workspace, snapshots, content.questionnaire),
        left=Left(content, drafting),
        preferences=Preferences(workspace),
        watching=Watching(workspace),
        workspace_facts=WorkspaceFacts(workspace),
        searching=Searching(content, drafting, collaboratives),
    )
