"""models: which models are at hand, the one that is taken unless another is named first."""

from typing import Any

from engine.jobs import Report
from engine.model import model_card
from engine.protocol import ModelsRequest

REQUEST = ModelsRequest


def run(request: ModelsRequest, report: Report) -> dict[str, Any]:
    """The cards of all models.

    Returns:
        ``{"models": [card, …], "default": the name of the first}``; the name is None where there is no model.
    """
    report(0, 1, "looking for models")
    cards = sorted(model_card.available(), key=lambda card: bool(card["mlm:name"] != model_card.DEFAULT_MODEL))
    report(1, 1, "done")
    return {"models": cards, "default": cards[0]["mlm:name"] if cards else None}
